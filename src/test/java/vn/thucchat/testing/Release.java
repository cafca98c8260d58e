package vn.thucchat.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/**
 * The last released version, built from the commit that {@code CHANGELOG.md} names for it: a fresh clone may have no tags.
 *
 * @param version {@code 0.1.0}
 * @param commit all 40 digits
 */
public record Release(String version, String commit) {

    private static final Pattern ENTRY = Pattern.compile("(?m)^## (\\d+\\.\\d+\\.\\d+)\\s+commit ([0-9a-f]{40})$");
    private static final int MINUTES = 20;

    public static Release last() throws IOException {
        var entry = ENTRY.matcher(Files.readString(Path.of("CHANGELOG.md")));
        if (!entry.find()) throw new IllegalStateException("CHANGELOG.md names no commit under its last version");
        return new Release(entry.group(1), entry.group(2));
    }

    /** Exports the commit and builds it as {@code ./run} does; what an earlier run built is used again. */
    public Path jar() throws IOException, InterruptedException {
        Path folder = Path.of("target", "release-" + commit).toAbsolutePath();
        Path built = folder.resolve("built");
        if (!Files.exists(built)) {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            shell(Path.of("").toAbsolutePath(), "git archive " + commit + " | tar x -C '" + folder + "'");
            shell(
                    folder,
                    ". scripts/java.sh; mvn -q -B -Dmaven.test.skip -Dspotless.check.skip package;"
                            + " java -Djarmode=tools -jar target/thucchat.jar extract --destination target/app");
            Files.createFile(built);
        }
        return folder.resolve("target/app/thucchat.jar");
    }

    /** Whether this history leads back to the release; a shallow clone's does not. */
    public boolean isAncestor() throws IOException, InterruptedException {
        return new ProcessBuilder("git", "merge-base", "--is-ancestor", commit, "HEAD")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static void shell(Path folder, String commands) throws IOException, InterruptedException {
        Path log = Files.createTempFile("release", ".log");
        var process = new ProcessBuilder("bash", "-c", "set -euo pipefail; " + commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IllegalStateException("Takes too long: " + commands);
        }
        if (process.exitValue() != 0) throw new IllegalStateException(commands + ":\n" + Files.readString(log));
        Files.delete(log);
    }
}
