package vn.thucchat.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class BackupMetersTests {

    @Test
    void the_age_of_the_last_backup_and_a_failing_archive_are_measured(@TempDir Path machine) throws Exception {
        Path data = machine.resolve("data");
        Path backups = machine.resolve("backups");
        Instant made = Instant.parse("2026-11-28T19:10:00Z");
        var meters = new SimpleMeterRegistry();
        try (var server = DatabaseServer.start(data, Optional.of(new WalArchive(backups)))) {
            var source = new PGSimpleDataSource();
            source.setUrl(server.jdbcUrl());
            source.setUser(server.username());
            source.setPassword(server.password());
            var job = new BackupJob();
            Backups kept = job.backups(backups, 7, () -> made);
            job.backupMeters(kept, JdbcClient.create(source)).bindTo(meters);
            System.gc(); // gauges hold what they measure weakly
            assertThat(age(meters)).as("before there is one").isNaN();
            kept.make(data);
            assertThat(age(meters)).isNotNaN();
            assertThat(meters.get("thucchat.backup.archive.failing").gauge().value())
                    .as("as the application's role sees it")
                    .isZero();
        }
        assertThat(meters.get("thucchat.backup.archive.failing").gauge().value())
                .as("without a database nobody knows")
                .isNaN();
    }

    private static double age(SimpleMeterRegistry meters) {
        return meters.get("thucchat.backup.age.seconds").gauge().value();
    }
}
