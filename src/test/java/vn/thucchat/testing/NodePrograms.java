package vn.thucchat.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Programs of others that npm installs, with the few lines of {@code src/test/node} that drive them. */
public final class NodePrograms {

    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path FOLDER = Path.of("target/node");

    private NodePrograms() {}

    /** Installs what the lock file names. */
    public static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        try (var files = Files.list(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        var installed = start("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
        String output = new String(installed.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(installed.waitFor())
                .as(
                        "the programs could not be installed by npm: the test needs Node 20 or newer and npm's registry\n%s",
                        output)
                .isZero();
    }

    public static Process start(String... command) {
        try {
            return new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            throw new AssertionError("Node and npm are needed to test with them: ./test installs them", missing);
        }
    }
}
