# Puma with the routes that corspec asks for, and CORS by rack-cors.
#
#   server.rb --policy FILE --port N [--auth-outside] [--unanchored] [--strings]
#
# --unanchored hands the policy's regex over as it is written; --strings hands every listed origin over as a string,
# also those that are not http or https, which rack-cors takes for host names.

require "json"
require "optparse"
require "puma"
require "rack"
require "rack/cors"

# Who may read the protected route.
module Authentication
  def self.authorized?(env)
    env["HTTP_AUTHORIZATION"] == "Bearer good" || env["HTTP_COOKIE"].to_s.split(/; */).include?("session=good")
  end

  def self.refusal
    [401, { "Content-Type" => "text/plain", "WWW-Authenticate" => "Bearer" }, ["who are you?\n"]]
  end
end

# The routes; they answer every method and know nothing of CORS.
class Routes
  def initialize(policy)
    @carried = policy.fetch("expose_headers", []).reject { |name| name == "*" }.to_h { |name| [name, "corspec"] }
  end

  def call(env)
    case env["PATH_INFO"]
    when "/open" then answer
    when "/protected" then Authentication.authorized?(env) ? answer : Authentication.refusal
    when "/failing" then [500, { "Content-Type" => "text/plain" }, ["this route fails\n"]]
    else [404, { "Content-Type" => "text/plain" }, ["not found\n"]]
    end
  end

  private

  def answer
    [200, { "Content-Type" => "text/plain" }.merge(@carried), ["corspec\n"]]
  end
end

# Answers 401 on the protected route before anything within is asked, preflights included.
class AuthenticationOutside
  def initialize(app)
    @app = app
  end

  def call(env)
    return Authentication.refusal if env["PATH_INFO"] == "/protected" && !Authentication.authorized?(env)

    @app.call(env)
  end
end

# Uses each connection once: Puma 5 refuses a method in lower case, but on a connection that it has used before it never
# answers such a request.
class ConnectionPerRequest
  def initialize(app)
    @app = app
  end

  def call(env)
    env["HTTP_CONNECTION"] = "close"
    @app.call(env)
  end
end

# The arguments of origins: strings, and regexes for what rack-cors does not take as a string. It searches by a regex.
def origins(policy, options)
  listed = policy.fetch("allow_origins", []).map do |origin|
    options[:strings] || origin == "*" || origin.start_with?("http://", "https://") ? origin : /\A#{Regexp.escape(origin)}\z/
  end
  regex = policy["allow_origin_regex"]
  return listed unless regex

  listed + [options[:unanchored] ? Regexp.new(regex) : /\A(?:#{regex})\z/]
end

# The options of resource.
def settings(policy)
  methods = policy.fetch("allow_methods", ["GET"])
  headers = policy.fetch("allow_headers", [])
  given = {
    methods: methods == ["*"] ? :any : methods.map { |method| method.downcase.to_sym },
    headers: headers == ["*"] ? :any : headers,
    credentials: policy.fetch("allow_credentials", false), expose: policy.fetch("expose_headers", [])
  }
  given[:max_age] = policy["max_age"] if policy.key?("max_age")
  given
end

def application(policy, options)
  listed = origins(policy, options)
  given = settings(policy)
  Rack::Builder.app do
    use ConnectionPerRequest
    use AuthenticationOutside if options[:"auth-outside"]
    use Rack::Cors do
      allow do
        origins(*listed)
        resource "*", given
      end
    end
    run Routes.new(policy)
  end
end

options = {}
OptionParser.new do |parser|
  parser.on("--policy FILE")
  parser.on("--port N", Integer)
  parser.on("--auth-outside")
  parser.on("--unanchored")
  parser.on("--strings")
end.parse!(into: options)

server = Puma::Server.new(application(JSON.parse(File.read(options[:policy])), options), Puma::Events.null)
server.add_tcp_listener("127.0.0.1", options[:port])
server.run.join
