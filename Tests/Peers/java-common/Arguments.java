import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The command line: --policy FILE --port N [FLAG…]. */
record Arguments(Policy policy, int port, List<String> flags) {
    static Arguments parse(String[] words) throws IOException {
        List<String> all = Arrays.asList(words);
        Policy policy = Policy.read(Path.of(all.get(all.indexOf("--policy") + 1)));
        return new Arguments(policy, Integer.parseInt(all.get(all.indexOf("--port") + 1)), all);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }
}
