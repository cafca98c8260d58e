package vn.thucchat.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTests {

    @Test
    void a_lost_machine_is_restored_as_it_was_at_any_instant_since_the_backup(@TempDir Path machine) throws Exception {
        Path data = machine.resolve("data");
        Path backups = machine.resolve("bản sao lưu");
        var made = new Backups(backups, 1, Clock.systemUTC());
        Instant between;
        try (var server = DatabaseServer.start(data, Optional.of(new WalArchive(backups)))) {
            execute(server, "CREATE TABLE kept (number integer)");
            execute(server, "INSERT INTO kept VALUES (1)");
            made.make(data);
            execute(server, "INSERT INTO kept VALUES (2)");
            between = instant(server);
            Thread.sleep(20);
            execute(server, "INSERT INTO kept VALUES (3)");
            untilArchived(server);
            execute(server, "INSERT INTO kept VALUES (4)");
        }

        Path then = machine.resolve("then");
        assertThat(Restore.run(backups, then, Optional.of(between)))
                .hasValueSatisfying(at -> assertThat(at).isBeforeOrEqualTo(between));
        assertThat(numbers(then)).isEqualTo("1,2");

        Path last = machine.resolve("last");
        Restore.run(backups, last, Optional.empty());
        assertThat(numbers(last)).startsWith("1,2,3");

        assertThatThrownBy(() -> Restore.run(backups, last, Optional.empty()))
                .as("what is there is never written over")
                .isInstanceOf(Restore.Refused.class);
        assertThatThrownBy(() -> Restore.run(backups, machine.resolve("early"), Optional.of(Instant.EPOCH)))
                .isInstanceOf(Restore.Refused.class);
        assertThatThrownBy(() -> Restore.run(
                        backups,
                        machine.resolve("late"),
                        Optional.of(Instant.now().plus(Duration.ofDays(1)))))
                .as("the archive says nothing of that time")
                .isInstanceOf(Restore.Refused.class);
    }

    @Test
    void an_older_backup_goes_with_the_segments_that_it_alone_needs(@TempDir Path machine) throws Exception {
        Path data = machine.resolve("data");
        Path backups = machine.resolve("backups");
        try (var server = DatabaseServer.start(data, Optional.of(new WalArchive(backups)))) {
            execute(server, "CREATE TABLE kept (number integer)");
            Path first = new Backups(backups, 1, () -> Instant.parse("2026-11-28T19:10:00Z")).make(data);
            for (Path folder : List.of(backups, backups.resolve("wal")))
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                        .as("nobody else reads the whole database")
                        .isEqualTo("rwx------");
            long segments = segments(backups);
            assertThat(segments).as("premise").isPositive();
            execute(server, "INSERT INTO kept VALUES (1)");
            Path second = new Backups(backups, 1, () -> Instant.parse("2026-11-29T19:10:00Z")).make(data);
            assertThat(second).exists().hasFileName("base-20261129T191000Z.zip");
            assertThat(first).doesNotExist();
            assertThat(backups.resolve(
                            "wal/" + BaseBackup.in(backups).getFirst().firstSegment() + ".gz"))
                    .exists();
            assertThat(segments(backups)).isLessThanOrEqualTo(segments + 1);
        }
        Path restored = machine.resolve("restored");
        Restore.run(backups, restored, Optional.empty());
        assertThat(numbers(restored)).isEqualTo("1");
    }

    @Test
    void a_damaged_backup_is_not_restored(@TempDir Path machine) throws Exception {
        Path data = machine.resolve("data");
        Path backups = machine.resolve("backups");
        var server = DatabaseServer.start(data, Optional.of(new WalArchive(backups)));
        Path base = new Backups(backups, 1, Clock.systemUTC()).make(data);
        server.close();
        byte[] bytes = Files.readAllBytes(base);
        bytes[bytes.length / 2] ^= 1;
        Files.write(base, bytes);
        assertThatThrownBy(() -> Restore.run(backups, machine.resolve("restored"), Optional.empty()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_folder_whose_name_a_shell_would_understand_is_refused() {
        for (String name :
                new String[] {"/backups/$(id)", "/backups/`id`", "/backups/'", "/backups/\"", "/a%p", "/a\\b"})
            assertThatThrownBy(() -> new WalArchive(Path.of(name)))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
    }

    private static long segments(Path backups) throws IOException {
        try (var files = Files.list(backups.resolve("wal"))) {
            return files.count();
        }
    }

    private static void untilArchived(DatabaseServer server) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        String waiting = text(server.jdbcUrl(), server.ownerPassword(), "SELECT pg_walfile_name(pg_switch_wal())");
        while (text(server.jdbcUrl(), server.ownerPassword(), "SELECT last_archived_wal FROM pg_stat_archiver")
                        .compareTo(waiting)
                < 0) {
            assertThat(System.nanoTime()).as("nothing is archived").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private static Instant instant(DatabaseServer server) throws SQLException {
        return Instant.parse(text(
                server.jdbcUrl(),
                server.ownerPassword(),
                "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }

    private static String numbers(Path data) throws Exception {
        try (var server = DatabaseServer.start(data, Optional.empty())) {
            return text(
                    server.jdbcUrl(),
                    server.ownerPassword(),
                    "SELECT string_agg(number::text, ',' ORDER BY number) FROM kept");
        }
    }

    private static String text(String url, String password, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, DatabaseServer.OWNER, password);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static void execute(DatabaseServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.owner(), server.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
