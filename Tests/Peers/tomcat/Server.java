import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.filters.CorsFilter;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** Tomcat with the routes that corspec asks for, and CORS by its own CorsFilter. */
final class Server {
    private static final String FILTER = "cors";

    public static void main(String[] words) throws Exception {
        LogManager.getLogManager().reset();
        Arguments arguments = Arguments.parse(words);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(temporaryFolder().toString());
        Connector connector = new Connector();
        connector.setPort(arguments.port());
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);

        Context context = tomcat.addContext("", null);
        addFilter(context, arguments.policy());
        for (String path : new String[] {"/open", "/protected", "/failing", "/"}) {
            Tomcat.addServlet(context, path, new Route(path, arguments.policy()));
            context.addServletMappingDecoded(path, path);
        }
        try {
            tomcat.start();
        } catch (LifecycleException problem) {
            System.err.println(problem);
            System.exit(1);
        }
        // A filter that refuses its settings stops the application alone: every path would be 404.
        if (!context.getState().isAvailable()) {
            System.err.println("The filter refuses its settings.");
            System.exit(1);
        }
    }

    private static void addFilter(Context context, Policy policy) {
        FilterDef definition = new FilterDef();
        definition.setFilterName(FILTER);
        definition.setFilterClass(CorsFilter.class.getName());
        definition.addInitParameter("cors.allowed.origins", String.join(",", policy.allow_origins));
        definition.addInitParameter("cors.allowed.methods", String.join(",", policy.listedMethods()));
        definition.addInitParameter("cors.allowed.headers", String.join(",", policy.allow_headers));
        definition.addInitParameter("cors.exposed.headers", String.join(",", policy.expose_headers));
        definition.addInitParameter("cors.support.credentials", Boolean.toString(policy.allow_credentials));
        if (policy.max_age != null) {
            definition.addInitParameter("cors.preflight.maxage", policy.max_age.toString());
        }
        context.addFilterDef(definition);
        FilterMap mapping = new FilterMap();
        mapping.setFilterName(FILTER);
        mapping.addURLPattern("/*");
        context.addFilterMap(mapping);
    }

    /** A folder of Tomcat's own, deleted when the process ends. */
    private static Path temporaryFolder() throws IOException {
        Path folder = Files.createTempDirectory("tomcat");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder.toFile())));
        return folder;
    }

    private static void delete(File file) {
        File[] children = file.listFiles();
        if (children != null) {
            for (File child : children) {
                delete(child);
            }
        }
        file.delete();
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
                    if (Authentication.isAuthorized(request.getHeader("Authorization"), request.getHeader("Cookie"))) {
                        answer(response);
                    } else {
                        response.setHeader("WWW-Authenticate", Authentication.REALM);
                        response.sendError(401);
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
