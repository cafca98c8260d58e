package vn.thucchat.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a test process keeps what it writes: {@code target/run-1}, {@code target/run-2}, a folder for each process of
 * the build, so that several run at once. What all of them wrote is read after the last test ({@link #all}).
 */
public final class RunFolder {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** Of this process: the build numbers its processes from 1, and the tests that run alone have a folder of their own. */
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
