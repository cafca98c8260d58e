package vn.thucchat.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.TestDatabase;

/** What is said about a database that cannot be used; a wrong password needs a server that asks for one. */
class NamedDatabaseTests {

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void a_usable_one_is_not_complained_about() {
        assertThat(look(database.url(), "postgres", 16)).isEmpty();
    }

    @Test
    void what_is_wrong_is_named() throws Exception {
        assertThat(look("postgres://user:secret@localhost/x", "postgres", 16))
                .contains(NamedDatabase.Refusal.NOT_AN_ADDRESS);
        assertThat(look("jdbc:postgresql://localhost:" + freePort() + "/x", "postgres", 16))
                .contains(NamedDatabase.Refusal.UNREACHABLE);
        assertThat(look("jdbc:postgresql://no-such-host.invalid/x", "postgres", 16))
                .contains(NamedDatabase.Refusal.UNREACHABLE);
        assertThat(look(url("no_such_database"), "postgres", 16)).contains(NamedDatabase.Refusal.NO_SUCH_DATABASE);
        assertThat(look(database.url(), "postgres", 99)).contains(NamedDatabase.Refusal.TOO_OLD);
    }

    @Test
    void a_database_that_is_not_utf8_is_refused() throws Exception {
        run("CREATE DATABASE named_latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
        assertThat(look(url("named_latin"), "postgres", 16)).contains(NamedDatabase.Refusal.NOT_UTF8);
    }

    @Test
    void rights_are_asked_for_only_where_they_are_needed() throws Exception {
        run("CREATE ROLE named_reader LOGIN");
        run("CREATE DATABASE named_empty");
        assertThat(look(url("named_empty"), "named_reader", 16)).contains(NamedDatabase.Refusal.MAY_NOT_CREATE);
        run("GRANT CREATE ON DATABASE named_empty TO named_reader");
        assertThat(look(url("named_empty"), "named_reader", 16)).isEmpty();
        // the tables are there already: whose they are is Flyway's to find out
        assertThat(look(url(database.name()), "named_reader", 16)).isEmpty();
    }

    private static Optional<NamedDatabase.Refusal> look(String url, String user, int oldest) {
        return NamedDatabase.look(url, user, "", oldest).map(NamedDatabase.Refused::why);
    }

    private String url(String name) {
        // the library's address names a user of its own
        return database.url().replaceAll("/" + database.name() + ".*", "/" + name);
    }

    private void run(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(database.url(), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
