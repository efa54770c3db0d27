import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.web.filter.CorsFilter;

/** The policy as "corspec emit spring" writes it, by the program that CORSPEC names, or by the release build. */
final class EmittedPolicy {
    private EmittedPolicy() {}

    /** The filter that the emitted class makes; null where corspec refuses to write it, and says why on standard error. */
    static CorsFilter corsFilter(Path policy) throws IOException, InterruptedException, ReflectiveOperationException {
        String program = System.getenv().getOrDefault("CORSPEC", ".build/release/corspec");
        Process process = new ProcessBuilder(program, "emit", "spring", "--policy", policy.toString())
            .redirectErrorStream(true)
            .start();
        // Where it succeeds, corspec says nothing beside the source.
        String source = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            System.err.print(source);
        }
        if (code == 2 && source.contains("cannot be written")) {
            return null;
        } else if (code != 0) {
            throw new IOException(program + " ended with code " + code);
        }
        Class<?> emitted = new SourceLoader("CorsPolicy", source).loadClass("CorsPolicy");
        try {
            return (CorsFilter) emitted.getMethod("corsFilter").invoke(emitted.getConstructor().newInstance());
        } catch (InvocationTargetException refusal) {
            throw new IllegalArgumentException(refusal.getCause());
        }
    }
}
