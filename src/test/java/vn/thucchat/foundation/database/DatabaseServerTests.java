package vn.thucchat.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseServerTests {

    @Test
    void a_server_that_is_killed_comes_back_at_its_address_with_all_it_acknowledged(@TempDir Path folder)
            throws Exception {
        String address;
        try (DatabaseServer server = DatabaseServer.start(folder, Optional.empty())) {
            address = server.jdbcUrl();
            execute(server, "CREATE TABLE kept (number integer)");
            assertThat(number(server, "SELECT (lower('ĐƯỜNG') = 'đường' AND 'a' > 'Z')::integer"))
                    .as("Unicode's letters in the order of code points, whatever the machine speaks")
                    .isEqualTo(1);
            for (int round = 1; round <= 2; round++) {
                execute(server, "INSERT INTO kept VALUES (" + round + ")");
                ProcessHandle postmaster = postmaster(folder);
                postmaster.destroyForcibly();
                postmaster.onExit().get(10, TimeUnit.SECONDS);
                untilBack(server);
                assertThat(server.jdbcUrl()).isEqualTo(address);
                assertThat(number(server, "SELECT count(*) FROM kept")).isEqualTo(round);
            }
        }
        assertThat(Files.exists(folder.resolve("postgresql/postmaster.pid")))
                .as("runs on after it was closed")
                .isFalse();
    }

    private static ProcessHandle postmaster(Path folder) throws Exception {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(folder.resolve("postgresql/postmaster.pid"))
                        .getFirst()
                        .strip()))
                .orElseThrow();
    }

    private static void untilBack(DatabaseServer server) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                execute(server, "SELECT 1");
                return;
            } catch (SQLException away) {
                assertThat(System.nanoTime()).as("the server stays away").isLessThan(deadline);
                Thread.sleep(100);
            }
        }
    }

    private static int number(DatabaseServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.owner(), server.ownerPassword());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(DatabaseServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.owner(), server.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
