import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A corspec policy, under the names that its file has; what it does not say is FastAPI's default. */
final class Policy {
    /** What people list where a library has no wildcard for methods. */
    static final List<String> EVERY_METHOD = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    List<String> allow_origins = List.of();
    String allow_origin_regex;
    List<String> allow_methods = List.of("GET");
    List<String> allow_headers = List.of();
    boolean allow_credentials;
    List<String> expose_headers = List.of();
    /** In seconds; null where it is not stated. */
    Integer max_age;

    static Policy read(Path path) throws IOException {
        return new Gson().fromJson(Files.readString(path), Policy.class);
    }

    /** Whether a list of the policy is exactly the wildcard. */
    static boolean isAny(List<String> list) {
        return list.equals(List.of("*"));
    }

    /** The policy's methods, the wildcard written out. */
    List<String> listedMethods() {
        return isAny(allow_methods) ? EVERY_METHOD : allow_methods;
    }

    /** The names that every successful answer carries: those that scripts are to read. */
    List<String> carried() {
        return expose_headers.stream().filter(name -> !name.equals("*")).toList();
    }
}
