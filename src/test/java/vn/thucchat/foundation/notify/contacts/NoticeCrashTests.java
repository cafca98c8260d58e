package vn.thucchat.foundation.notify.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.database.ApplicationRole;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.notify.channels.AddressKind;
import vn.thucchat.foundation.notify.email.SmtpSink;
import vn.thucchat.testing.PlatformProcess;
import vn.thucchat.testing.TestDatabase;
import vn.thucchat.testing.TestTime;

/**
 * The platform is killed while it sends: every message arrives, and what was on its way at that moment arrives at most twice,
 * under one id.
 */
@NullMarked
class NoticeCrashTests {

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String ADDRESS = "an@example.vn";
    /** Notices: 400, or as many as {@code -Dnotices=100000} says. */
    private static final int MESSAGES = Integer.getInteger("notices", 400);

    @Test
    @Tag("nightly")
    void a_killed_process_loses_no_notice_and_doubles_one_at_most_once() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        try (var sink = new SmtpSink(null, false);
                HikariDataSource pool = database.pool()) {
            JdbcClient jdbc = JdbcClient.create(pool);
            int port = PlatformProcess.freePort();
            Map<String, String> environment = Map.of(
                    "DATABASE_URL",
                    database.bareUrl(),
                    "DATABASE_USER",
                    ApplicationRole.NAME,
                    "DATABASE_OWNER",
                    "postgres",
                    "DEMO",
                    "false",
                    "SECRET_KEY",
                    KEY,
                    "QUIET_HOURS",
                    "0-0",
                    "SMTP_URL",
                    "smtp://localhost:" + sink.port() + "?tls=none",
                    "MAIL_FROM",
                    "notices@thainguyen.example");
            PlatformProcess process = PlatformProcess.start(port, environment);
            UUID person = person(jdbc);
            write(jdbc, person);
            until(() -> sink.to(ADDRESS).size() > MESSAGES / 10);
            process.kill();
            assertThat(ended(jdbc)).as("premise: it was in the middle").isLessThan(MESSAGES);
            // as if the leases of the dead process had ended
            jdbc.sql("UPDATE delivery.outbox_message SET next_at = created_at WHERE state = 'WAITING'")
                    .update();
            process = PlatformProcess.start(port, environment);
            until(() -> ended(jdbc) == MESSAGES);
            process.stop();
            Map<String, Long> copies = sink.to(ADDRESS).stream()
                    .collect(Collectors.groupingBy(mail -> mail.header("Message-ID"), Collectors.counting()));
            assertThat(copies).as("each arrived").hasSize(MESSAGES);
            assertThat(copies.values()).as("at most twice").allMatch(count -> count <= 2);
            assertThat(copies.values().stream().filter(count -> count == 2).count())
                    .as("and only what was on its way")
                    .isLessThanOrEqualTo(50);
            assertThat(jdbc.sql("SELECT count(*) FROM notify.attempt WHERE outcome = 'ACCEPTED'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(MESSAGES);
        }
    }

    private static UUID person(JdbcClient jdbc) {
        UUID person = jdbc.sql("SELECT id FROM identity.account ORDER BY username LIMIT 1")
                .query(UUID.class)
                .single();
        var contacts = new ContactStore(jdbc, new Seal(KEY));
        UUID contact = UUID.randomUUID();
        contacts.insert(person, contact, AddressKind.EMAIL, ADDRESS, TestTime.now());
        contacts.verify(person, contact, TestTime.now());
        return person;
    }

    private static void write(JdbcClient jdbc, UUID person) {
        jdbc.sql("""
                        INSERT INTO delivery.outbox_message (recipient, id, channel, host, payload, state, next_at, created_at)
                        SELECT :person, gen_random_uuid(), 'inbox', 'inbox', :payload, 'WAITING', :at, :at
                        FROM generate_series(1, :count)""")
                .param("person", person.toString())
                .param("count", MESSAGES)
                .param("at", TestTime.now().minusSeconds(60).atOffset(ZoneOffset.UTC))
                .param("payload", """
                        {"kind":"work.chased","textKey":"work.digest","arguments":["3","0"],"link":"/work"}""")
                .update();
    }

    private static long ended(JdbcClient jdbc) {
        return jdbc.sql("SELECT count(*) FROM notify.notice WHERE state = 'SENT'")
                .query(Long.class)
                .single();
    }

    private static void until(BooleanSupplier reached) {
        long end = System.nanoTime() + Duration.ofSeconds(90 + MESSAGES / 50).toNanos();
        while (!reached.getAsBoolean() && System.nanoTime() < end) LockSupport.parkNanos(20_000_000);
        assertThat(reached.getAsBoolean()).isTrue();
    }
}
