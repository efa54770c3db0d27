import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlets.CrossOriginFilter;

/**
 * Jetty, and CORS by its own CrossOriginFilter.
 *
 * <p>--auth-outside puts authentication in front of it; --chained leaves chainPreflight at its default, by which
 * preflights go on to the application.
 */
final class Server {
    public static void main(String[] words) throws Exception {
        Arguments arguments = Arguments.parse(words);
        Policy policy = arguments.policy();
        FilterHolder cors = new FilterHolder(CrossOriginFilter.class);
        cors.setInitParameter("allowedOrigins", String.join(",", policy.allow_origins));
        cors.setInitParameter("allowedMethods", String.join(",", policy.listedMethods()));
        cors.setInitParameter("allowedHeaders", String.join(",", policy.allow_headers));
        cors.setInitParameter("exposedHeaders", String.join(",", policy.expose_headers));
        cors.setInitParameter("allowCredentials", Boolean.toString(policy.allow_credentials));
        if (policy.max_age != null) {
            cors.setInitParameter("preflightMaxAge", policy.max_age.toString());
        }
        if (!arguments.has("--chained")) {
            cors.setInitParameter("chainPreflight", "false");
        }
        Routes.serve(arguments, cors);
    }
}
