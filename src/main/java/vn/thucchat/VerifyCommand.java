package vn.thucchat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import vn.thucchat.foundation.database.DatabaseServer;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.accesslog.AccessLogVerification;

/** {@code ./run verify}: whether anybody changed the access log since it was sealed; the platform may run meanwhile. */
@NullMarked
final class VerifyCommand {

    private VerifyCommand() {}

    /** @return 0: nothing was touched; 1: something was, and is said; 69: there is no key to tell by */
    static int run(Map<String, String> environment) throws Exception {
        Path folder = DatabaseServer.folder(environment);
        String named = environment.getOrDefault("SECRET_KEY", "");
        if (named.isBlank() && !Files.exists(folder.resolve("secret-key"))) {
            System.err.printf(
                    "Cần SECRET_KEY, hoặc DATA_DIR có tệp secret-key (%s).%n"
                            + "SECRET_KEY is needed, or a DATA_DIR with the file secret-key (%1$s).%n",
                    folder);
            return 69;
        }
        var keys = new Seal(Stream.concat(
                        Stream.of(named.isBlank() ? Files.readString(folder.resolve("secret-key")) : named),
                        Arrays.stream(environment
                                .getOrDefault("FORMER_SECRET_KEYS", "")
                                .split(",")))
                .filter(key -> !key.isBlank())
                .toArray(String[]::new));
        var result = DatabaseServer.reading(
                environment, database -> new AccessLogVerification(database, keys, folder).run());
        result.faults().forEach(System.out::println);
        System.out.printf(
                "%d dòng đã niêm phong, %d dòng chờ niêm phong, %d lỗi.%n"
                        + "%1$d lines are sealed, %2$d wait to be, %3$d faults.%n",
                result.lines(), result.unsealed(), result.faults().size());
        return result.faults().isEmpty() ? 0 : 1;
    }
}
