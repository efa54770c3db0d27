import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The command line: --policy FILE --port N [FLAG…]. */
record Arguments(Path file, Policy policy, int port, List<String> flags) {
    static Arguments parse(String[] words) throws IOException {
        List<String> all = Arrays.asList(words);
        Path file = Path.of(all.get(all.indexOf("--policy") + 1));
        int port = Integer.parseInt(all.get(all.indexOf("--port") + 1));
        return new Arguments(file, Policy.read(file), port, all);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }
}
