import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Loads the classes of one source file, which is compiled in memory: no file is left behind. */
final class SourceLoader extends ClassLoader {
    private final Map<String, ByteArrayOutputStream> compiled = new HashMap<>();

    SourceLoader(String name, String text) throws IOException {
        JavaFileObject source = new SimpleJavaFileObject(uri(name, Kind.SOURCE), Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoresErrors) {
                return text;
            }
        };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (JavaFileManager files = new Output(compiler.getStandardFileManager(null, null, null))) {
            // What is wrong goes to the standard error.
            if (!compiler.getTask(null, files, null, List.of("-proc:none"), null, List.of(source)).call()) {
                throw new IOException(name + " cannot be compiled");
            }
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!compiled.containsKey(name)) {
            throw new ClassNotFoundException(name);
        }
        byte[] code = compiled.get(name).toByteArray();
        return defineClass(name, code, 0, code.length);
    }

    private static URI uri(String name, Kind kind) {
        return URI.create("memory:///" + name + kind.extension);
    }

    /** Keeps what the compiler writes. */
    private final class Output extends ForwardingJavaFileManager<JavaFileManager> {
        Output(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
            Location location, String name, Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(uri(name, kind), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    compiled.put(name, bytes);
                    return bytes;
                }
            };
        }
    }
}
