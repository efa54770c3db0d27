import java.io.IOException;
import org.eclipse.jetty.servlet.FilterHolder;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** CORS by Spring's CorsFilter, on Jetty. --auth-outside puts authentication in front of it. */
final class Server {
    /** As a shell says it: a server that ends so has failed, and not refused its policy. */
    private static final int NOT_FOUND = 127;

    public static void main(String[] words) throws Exception {
        Arguments arguments = Arguments.parse(words);
        CorsFilter emitted = null;
        try {
            emitted = EmittedPolicy.corsFilter(arguments.file());
        } catch (IOException failure) {
            System.err.println(failure.getMessage());
            System.exit(NOT_FOUND);
        }
        Routes.serve(arguments, new FilterHolder(emitted != null ? emitted : handmade(arguments.policy())));
    }

    /** The policy as it is written by hand. */
    private static CorsFilter handmade(Policy policy) {
        CorsConfiguration configuration = new CorsConfiguration() {
            @Override
            public String checkOrigin(String origin) {
                String regex = policy.allow_origin_regex;
                boolean matches = regex != null && origin != null && origin.matches(regex);
                return matches ? origin : super.checkOrigin(origin);
            }
        };
        configuration.setAllowedOrigins(policy.allow_origins);
        configuration.setAllowedMethods(policy.allow_methods);
        configuration.setAllowedHeaders(policy.allow_headers);
        configuration.setExposedHeaders(policy.expose_headers);
        configuration.setAllowCredentials(policy.allow_credentials);
        if (policy.max_age != null) {
            configuration.setMaxAge(policy.max_age.longValue());
        }
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", configuration);
        return new CorsFilter(source);
    }
}
