# Starman with the routes that corspec asks for, and CORS by Plack::Middleware::CrossOrigin.
#
#   server.pl --policy FILE --port N [--auth-outside] [--forbidding]
#
# --forbidding leaves continue_on_failure at its default, false.
use strict;
use warnings;

use Getopt::Long qw(GetOptions);
use JSON::PP qw(decode_json);
use Plack::Middleware::ContentLength;
use Plack::Middleware::CrossOrigin;
use Plack::Middleware::Head;
use Plack::Runner;

my $workers = 8;

sub is_authorized {
    my ($env) = @_;
    return ($env->{HTTP_AUTHORIZATION} // '') eq 'Bearer good'
        || grep { $_ eq 'session=good' } split /;\s*/, $env->{HTTP_COOKIE} // '';
}

sub refusal {
    return [401, ['Content-Type' => 'text/plain', 'WWW-Authenticate' => 'Bearer'], ["who are you?\n"]];
}

# The routes; they answer every method and know nothing of CORS.
sub routes {
    my ($policy) = @_;
    my @carried = map { $_ => 'corspec' } grep { $_ ne '*' } @{ $policy->{expose_headers} // [] };
    my $answer = sub { [200, ['Content-Type' => 'text/plain', @carried], ["corspec\n"]] };
    return sub {
        my ($env) = @_;
        my $path = $env->{PATH_INFO};
        return $answer->() if $path eq '/open';
        return is_authorized($env) ? $answer->() : refusal() if $path eq '/protected';
        return [500, ['Content-Type' => 'text/plain'], ["this route fails\n"]] if $path eq '/failing';
        return [404, ['Content-Type' => 'text/plain'], ["not found\n"]];
    };
}

# The middleware's arguments: what is not named there is not restricted, so that all of it is named.
sub settings {
    my ($policy, $forbidding) = @_;
    return (
        origins => $policy->{allow_origins} // [],
        methods => $policy->{allow_methods} // ['GET'],
        headers => $policy->{allow_headers} // [],
        expose_headers => $policy->{expose_headers} // [],
        credentials => $policy->{allow_credentials} ? 1 : 0,
        max_age => $policy->{max_age},
        # Else requests of other origins, and those of the site itself that carry Origin, are answered with 403.
        continue_on_failure => !$forbidding,
    );
}

# Answers 401 on the protected route before anything within is asked, preflights included.
sub authentication_outside {
    my ($app) = @_;
    return sub {
        my ($env) = @_;
        return refusal() if $env->{PATH_INFO} eq '/protected' && !is_authorized($env);
        return $app->($env);
    };
}

GetOptions('policy=s' => \my $path, 'port=i' => \my $port, 'auth-outside' => \my $auth_outside,
    'forbidding' => \my $forbidding)
    or die "The command line is wrong.\n";
open my $file, '<', $path or die "$path: $!\n";
my $policy = decode_json(do { local $/; <$file> });

my $app = Plack::Middleware::CrossOrigin->wrap(routes($policy), settings($policy, $forbidding));
$app = authentication_outside($app) if $auth_outside;
# Starman leaves the length, and the body that a HEAD must not have, to middleware.
$app = Plack::Middleware::Head->wrap(Plack::Middleware::ContentLength->wrap($app));

my $runner = Plack::Runner->new;
$runner->parse_options(
    '--server', 'Starman', '--listen', "127.0.0.1:$port", '--workers', $workers, '--env', 'deployment',
    '--no-default-middleware');
$runner->run($app);
