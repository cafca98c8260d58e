package vn.thucchat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import vn.thucchat.foundation.database.Backups;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.DatabaseServer;
import vn.thucchat.foundation.database.Restore;

/**
 * {@code ./run backup} makes a base backup now; {@code ./run restore 2026-11-29T03:15:00Z} restores the embedded
 * database of {@code BACKUP_DIR} into an empty {@code DATA_DIR} as it was then, without a time all that was archived.
 */
@NullMarked
final class BackupCommands {

    private static final int USAGE = 64;
    private static final int REFUSED = 65;

    private BackupCommands() {}

    /** @return 0: made */
    static int backup(Map<String, String> environment) throws Exception {
        Optional<Path> folder = folder(environment);
        if (folder.isEmpty()) return USAGE;
        var backups = new Backups(
                folder.get(),
                Integer.parseInt(environment.getOrDefault("BACKUPS_KEPT", "7")),
                BusinessTime.systemClock());
        Path data = DatabaseServer.folder(environment);
        Path made = DatabaseServer.whileRunning(environment, () -> backups.make(data));
        System.out.printf("Đã sao lưu vào %s%nBacked up to %1$s%n", made);
        return 0;
    }

    /**
     * @param arguments nothing, or the instant
     * @return 0: restored; 65: not, and why is said
     */
    static int restore(Map<String, String> environment, List<String> arguments) throws Exception {
        Optional<Path> folder = folder(environment);
        Optional<Instant> until = Optional.empty();
        if (folder.isEmpty() || arguments.size() > 1) return USAGE;
        if (!arguments.isEmpty()) {
            try {
                until = Optional.of(Instant.parse(arguments.getFirst()));
            } catch (DateTimeParseException e) {
                System.err.printf(
                        "Thời điểm phải viết theo giờ UTC, như 2026-11-29T03:15:00Z, không phải “%s”.%n"
                                + "The time must be written in UTC, such as 2026-11-29T03:15:00Z, not “%1$s”.%n",
                        arguments.getFirst());
                return USAGE;
            }
        }
        Path data = DatabaseServer.folder(environment);
        try {
            Optional<Instant> last = Restore.run(folder.get(), data, until);
            String day = last.map(
                            at -> at + " (" + at.atZone(BusinessTime.VIETNAM).toLocalDateTime() + ")")
                    .orElse("–");
            System.out.printf(
                    "Đã khôi phục vào %1$s; việc cuối cùng được lưu lúc %2$s. Hãy đặt lại SECRET_KEY hoặc tệp secret-key như trước, rồi chạy ./run.%n"
                            + "Restored into %1$s; the last act in it is of %2$s. Give it the SECRET_KEY or the file secret-key of before, then start ./run.%n",
                    data, day);
            return 0;
        } catch (Restore.Refused refused) {
            System.err.println(refused.getMessage());
            return REFUSED;
        }
    }

    private static Optional<Path> folder(Map<String, String> environment) {
        boolean named = !environment.getOrDefault("DATABASE_URL", "").isBlank();
        Optional<Path> folder = DatabaseServer.backups(environment);
        if (named)
            System.err.printf(
                    "Với DATABASE_URL, hãy sao lưu bằng công cụ của chính PostgreSQL đó (docs/operations.md).%n"
                            + "With DATABASE_URL, back up with the tools of that PostgreSQL itself (docs/operations.md).%n");
        else if (folder.isEmpty())
            System.err.printf(
                    "Cần BACKUP_DIR, thư mục giữ các bản sao lưu.%nBACKUP_DIR is needed, the folder of the backups.%n");
        return named ? Optional.empty() : folder;
    }
}
