import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import javax.servlet.DispatcherType;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpFilter;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/** The routes that corspec asks for, on Jetty; it knows nothing of CORS, which each server puts in front as a filter. */
final class Routes {
    private Routes() {}

    /** Serves until the process ends; returns once it listens. With --auth-outside, authentication is before the filter. */
    static void serve(Arguments arguments, FilterHolder cors) throws Exception {
        System.setProperty("org.eclipse.jetty.LEVEL", "OFF");
        System.setProperty("org.eclipse.jetty.util.log.announce", "false");
        ServletContextHandler context = new ServletContextHandler();
        EnumSet<DispatcherType> requests = EnumSet.of(DispatcherType.REQUEST);
        if (arguments.has("--auth-outside")) {
            context.addFilter(new FilterHolder(new AuthenticationFilter()), "/protected", requests);
        }
        context.addFilter(cors, "/*", requests);
        for (String path : new String[] {"/open", "/protected", "/failing", "/"}) {
            context.addServlet(new ServletHolder(new Route(path, arguments.policy())), path);
        }
        Server server = new Server(new InetSocketAddress("127.0.0.1", arguments.port()));
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception refused) {
            System.err.println(refused);
            System.exit(1);
        }
    }

    private static boolean isAuthorized(HttpServletRequest request) {
        return Authentication.isAuthorized(request.getHeader("Authorization"), request.getHeader("Cookie"));
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", Authentication.REALM);
        response.sendError(401);
    }

    /** Answers 401 before anything within is asked, preflights included. */
    private static final class AuthenticationFilter extends HttpFilter {
        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
            if (isAuthorized(request)) {
                chain.doFilter(request, response);
            } else {
                refuse(response);
            }
        }
    }

    /** One route; it answers every method. */
    private static final class Route extends HttpServlet {
        private final String path;
        private final Policy policy;

        Route(String path, Policy policy) {
            this.path = path;
            this.policy = policy;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
            switch (path) {
                case "/open" -> answer(response);
                case "/protected" -> {
                    if (isAuthorized(request)) {
                        answer(response);
                    } else {
                        refuse(response);
                    }
                }
                case "/failing" -> throw new ServletException("this route fails");
                default -> response.sendError(404);
            }
        }

        private void answer(HttpServletResponse response) throws IOException {
            policy.carried().forEach(name -> response.setHeader(name, "corspec"));
            response.setContentType("text/plain");
            response.getWriter().println(path);
        }
    }
}
