package vn.thucchat.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;
import vn.thucchat.ThucChat;
import vn.thucchat.foundation.database.ApplicationRole;
import vn.thucchat.foundation.database.DatabaseServer;

/**
 * One embedded PostgreSQL for each test process. {@link #fresh} copies a migrated template, so that every test class has a
 * database of its own in a few hundred milliseconds.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    /** Keys and seals of the applications of this process. */
    static final Path DATA = RunFolder.PATH.resolve("data");

    private final String name;

    /** What the servers of the last run executed; reading it starts none. */
    public static final class Statements {
        private static final Path FOLDER = RunFolder.PATH.resolve("statements");

        private Statements() {}

        public static List<Path> logs() throws IOException {
            return RunFolder.all("statements/run.log");
        }
    }

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A database with every migration and no rows but those that migrations bring. */
    public static TestDatabase fresh() {
        return copyOf("template_migrated");
    }

    /** A copy of another database, which nobody may be connected to. */
    public static TestDatabase copyOf(String template) {
        String name = "test_" + NUMBER.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY FILE_COPY");
        return new TestDatabase(name);
    }

    /** A database with the demonstration in it, which is loaded once in a run. */
    public static TestDatabase demonstration() {
        return copyOf(Demonstration.TEMPLATE);
    }

    private static final class Demonstration {
        static final String TEMPLATE = load();

        private static String load() {
            TestDatabase database = fresh();
            database.start(DemonstrationClock.LOADED, "--thucchat.demo=true").close();
            // as it would be a minute later; without statistics some plans read everything
            try (HikariDataSource pool = database.pool();
                    var connection = pool.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return database.name();
        }
    }

    /** An argument of {@link #start}: the invented buyers go on buying. */
    public static final String TRADING = "trading";

    /** The whole application on this database, on a random port; close it. */
    public ConfigurableApplicationContext start(String... arguments) {
        return start(TestTime.now(), arguments);
    }

    /** As {@link #start(String...)}, with a clock that runs on from an instant. */
    public ConfigurableApplicationContext start(Instant now, String... arguments) {
        var clock = new MovableClock();
        clock.moveTo(now);
        return new SpringApplicationBuilder(ThucChat.class)
                .initializers(
                        context -> ((GenericApplicationContext) context).registerBean(InstantSource.class, () -> clock))
                .run(Stream.concat(
                                Stream.of(
                                        "--spring.datasource.url=" + bareUrl(),
                                        "--spring.datasource.username=" + ApplicationRole.NAME,
                                        "--spring.flyway.user=postgres",
                                        "--spring.flyway.password=",
                                        "--thucchat.data-dir=" + DATA,
                                        "--spring.datasource.hikari.maximum-pool-size=10",
                                        "--thucchat.demo-trading="
                                                + List.of(arguments).contains(TRADING),
                                        "--server.port=0"),
                                Stream.of(arguments).filter(argument -> !argument.equals(TRADING)))
                        .toArray(String[]::new));
    }

    public String name() {
        return name;
    }

    /** As the owner of the tables, who may do anything. */
    public String url() {
        return SERVER.getJdbcUrl("postgres", name);
    }

    /** As nobody yet: the application comes as {@link ApplicationRole}, its migrations as the owner. */
    public String bareUrl() {
        return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name;
    }

    /** A small pool; close it. */
    public HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url());
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        return pool;
    }

    private static EmbeddedPostgres start() {
        try {
            FileSystemUtils.deleteRecursively(Statements.FOLDER);
            Files.createDirectories(Statements.FOLDER);
            var builder = EmbeddedPostgres.builder();
            DatabaseServer.LOCALE.forEach(builder::setLocaleConfig);
            var server = builder.setServerConfig("max_connections", "300")
                    .setServerConfig("shared_buffers", "256MB")
                    // nothing here outlives the run: no second copy of pages, no checkpoint in its middle
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("checkpoint_timeout", "1h")
                    // what StatementsReached reads when all tests have run
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_directory", Statements.FOLDER.toString())
                    .setServerConfig("log_filename", "run.log")
                    .setServerConfig("log_truncate_on_rotation", "on")
                    .setServerConfig("log_statement", "all")
                    .setServerConfig("log_line_prefix", "")
                    .setServerConfig("log_parameter_max_length", "0")
                    .start();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE template_migrated");
            }
            ApplicationRole.put(server.getJdbcUrl("postgres", "postgres"), "postgres", "", "0");
            migrate(server.getJdbcUrl("postgres", "template_migrated"), ApplicationRole.NAME);
            return server;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param application the role that is given the application's rights, or nothing */
    public static void migrate(String url, String application) {
        Flyway.configure()
                .dataSource(url, "postgres", "")
                .locations("classpath:db/migration")
                .schemas("ground")
                .createSchemas(true)
                .outOfOrder(true)
                .placeholders(Map.of("application", application))
                .load()
                .migrate();
    }

    private static void execute(String sql) {
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
