package vn.thucchat.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a test process keeps what it writes: {@code target/run-1}, or the number that it is given ({@code thucchat.run}),
 * so that several can run at once. What all of them wrote is read after the last test ({@link #all}).
 */
public final class RunFolder {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** Of this process. */
    public static final Path PATH = TARGET.resolve("run-" + System.getProperty("thucchat.run", "1"));

    private RunFolder() {}

    /** The file of this name of every process that has one. */
    public static List<Path> all(String name) throws IOException {
        try (var folders = Files.list(TARGET)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("run-"))
                    .map(folder -> folder.resolve(name))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }
}
