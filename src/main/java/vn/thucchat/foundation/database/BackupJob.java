package vn.thucchat.foundation.database;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a base backup every night and measures backups and archive, where {@code BACKUP_DIR} names a folder. */
@Configuration
@ConditionalOnExpression("!'${thucchat.backup-dir}'.isBlank()")
class BackupJob {

    /** When the province sleeps. */
    private static final LocalTime AT = LocalTime.of(2, 10);

    @Bean
    Backups backups(
            @Value("${thucchat.backup-dir}") Path folder,
            @Value("${thucchat.backups-kept}") int kept,
            InstantSource clock) {
        return new Backups(folder.toAbsolutePath().normalize(), kept, clock);
    }

    @Bean
    RecurringTask<Void> baseBackup(Backups backups, @Value("${thucchat.data-dir}") Path data) {
        return Tasks.recurring("base-backup", Schedules.daily(BusinessTime.VIETNAM, AT))
                .execute((instance, context) -> {
                    try {
                        backups.make(data.toAbsolutePath().normalize());
                    } catch (IOException | SQLException e) {
                        throw new IllegalStateException("No base backup was made", e);
                    }
                });
    }

    @Bean
    MeterBinder backupMeters(Backups backups, JdbcClient jdbc) {
        return meters -> {
            backups.measured(meters);
            Gauge.builder("thucchat.backup.archive.failing", new ArchiveStatusStore(jdbc), BackupJob::failing)
                    .description("1 while the last try to archive the write-ahead log failed, else 0")
                    // nobody else holds the store: without this the gauge would be NaN after the next collection
                    .strongReference(true)
                    .register(meters);
        };
    }

    private static double failing(ArchiveStatusStore status) {
        try {
            return status.failing() ? 1 : 0;
        } catch (DataAccessException away) {
            return Double.NaN;
        }
    }
}
