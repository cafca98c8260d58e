package vn.thucchat.foundation.identity.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.IdentityTest;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

class AccessLogTests extends IdentityTest {

    private static final String PATH = "/figures/H1/19/2022S1";

    private static final UUID PERSON = UUID.randomUUID();

    private Audit audit;
    private Actor ward;
    private Actor elsewhere;
    private Actor nobody;

    @BeforeAll
    void people() {
        audit = new Audit(new AccessLogStore(jdbc), access);
        ward = somebody(grant(SteeringRoles.REPORTER, "05437"));
        elsewhere = somebody(grant(SteeringRoles.REPORTER, "00004"));
        nobody = somebody();
        now = now.plus(Duration.ofDays(1));
        for (var actor : List.of(ward, elsewhere, nobody, Actor.STRANGER)) {
            log.record(actor, "indicators.figure-reported", PATH, "số liệu");
            now = now.plusSeconds(1);
        }
    }

    @Test
    void an_auditor_sees_those_within_reach() {
        assertThat(seen("05437")).containsExactly(ward.account());
        assertThat(seen("164")).containsExactly(ward.account());
        assertThat(seen("01")).containsExactly(Actor.STRANGER.account(), nobody.account(), elsewhere.account());
        assertThat(seen("19")).containsExactly(Actor.STRANGER.account(), nobody.account(), ward.account());
        assertThat(seen("VN"))
                .containsExactly(Actor.STRANGER.account(), nobody.account(), elsewhere.account(), ward.account());
    }

    @Test
    void a_demonstration_auditor_sees_no_real_person_nor_stranger() {
        var invented = accounts.ensure("minh.hoa", "Minh họa", null, true, grant(SteeringRoles.REPORTER, "05437"));
        log.record(accounts.actor(invented.username()).orElseThrow(), "demo.done", "/indicators", "");
        log.record(Actor.PLATFORM, "demo.begun", "/indicators", "");
        log.record(Actor.PLATFORM, "demo.made", "/admin/accounts/" + ward.account(), ward.username());
        var seen = audit.page(Persons.synthetic(Roles.AUDITOR, "VN"), all(null, "", ""), null, 100);
        assertThat(seen).extracting(LogEntry::username).contains("minh.hoa", Actor.PLATFORM.username());
        assertThat(seen)
                .extracting(LogEntry::username)
                .doesNotContain(ward.username(), nobody.username(), Actor.STRANGER.username());
        assertThat(seen).extracting(LogEntry::action).contains("demo.begun").doesNotContain("demo.made");
    }

    @Test
    void a_person_sees_who_read_their_data_and_nobody_else_does() {
        var looks = new DataReads(
                new AccessLogStore(jdbc),
                List.of(account -> account.equals(ward.account()) ? List.of(PERSON) : List.of()));
        for (int i = 0; i < 3; i++) {
            now = now.plusSeconds(1);
            log.recordRead(elsewhere, "test.read", "/x", "for " + i, nobody.account());
        }
        log.recordRead(nobody, "test.read", "/x", "one's own", nobody.account());
        log.recordRead(elsewhere, "test.read", "/x", "of many", null);
        var first = looks.of(nobody, Cursor.START, 2);
        assertThat(first.items()).extracting(LogEntry::detail).containsExactly("for 2", "for 1");
        var last = looks.of(nobody, Cursor.read(first.nextCursor()), 2);
        assertThat(last.items()).extracting(LogEntry::detail).containsExactly("for 0");
        assertThat(last.nextCursor()).isNull();
        UUID one = first.items().getFirst().id();
        assertThat(looks.find(nobody.account(), one)).isPresent();
        assertThat(looks.find(ward.account(), one)).isEmpty();
        assertThat(looks.of(ward, Cursor.START, 2).items()).isEmpty();

        log.recordRead(elsewhere, "test.read", "/counter", "of the person", PERSON);
        log.recordRead(elsewhere, "test.read", "/x", "of the account", ward.account());
        var both = looks.of(ward, Cursor.START, 2).items();
        assertThat(both).extracting(LogEntry::detail).containsExactly("of the account", "of the person");
        assertThat(looks.find(ward.account(), both.getLast().id())).isPresent();
        assertThat(looks.find(nobody.account(), both.getLast().id())).isEmpty();
    }

    @Test
    void another_role_sees_nothing() {
        var leader = Persons.a(Roles.LEADER, "VN");
        assertThat(audit.page(leader, all(null, "", ""), null, 10)).isEmpty();
    }

    @Test
    void entries_are_found_by_person_action_object_and_day() {
        var auditor = Persons.a(Roles.AUDITOR, "VN");
        assertThat(audit.page(auditor, all(ward.account(), "", ""), null, 10))
                .extracting(LogEntry::username)
                .containsOnly(ward.username());
        assertThat(audit.page(auditor, all(ward.account(), "", PATH), null, 10)).hasSize(1);
        assertThat(audit.page(auditor, all(null, "indicators.", ""), null, 10)).hasSize(4);
        assertThat(audit.page(auditor, all(null, "indicators.%", ""), null, 10)).isEmpty();
        assertThat(audit.page(auditor, all(null, "", "/figures/H1"), null, 10)).isEmpty();
        var first = audit.page(auditor, all(null, "indicators.", ""), null, 10).getLast();
        assertThat(first.at()).isEqualTo(AccessLog.time(first.id()));
        var until = new Audit.Filter(Instant.EPOCH, first.at().plusMillis(1), null, "indicators.", PATH);
        assertThat(audit.page(auditor, until, null, 10)).containsExactly(first);
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition() {
        var auditor = Persons.a(Roles.AUDITOR, "VN");
        var whole = audit.page(auditor, all(null, "", PATH), null, 10);
        var paged = new ArrayList<LogEntry>();
        @Nullable UUID after = null;
        for (int i = 0; i < 4; i++) {
            var page = audit.page(auditor, all(null, "", PATH), after, 1);
            paged.addAll(page);
            after = page.getLast().id();
        }
        assertThat(paged).isEqualTo(whole).hasSize(4);
        assertThat(audit.page(auditor, all(null, "", PATH), after, 1)).isEmpty();
        // a cursor from the future widens nothing
        var made = new UUID(-1, -1);
        assertThat(audit.page(auditor, all(null, "", PATH), made, 10)).isEqualTo(whole);
    }

    @Test
    void an_entry_is_gone_with_its_transaction() {
        transactions.executeWithoutResult(status -> {
            log.record(ward, "indicators.undone", PATH, "");
            status.setRollbackOnly();
        });
        assertThat(audit.page(Persons.a(Roles.AUDITOR, "VN"), all(null, "indicators.undone", ""), null, 10))
                .isEmpty();
    }

    @Test
    void what_is_typed_can_neither_break_an_entry_nor_forge_another() {
        log.record(ward, "indicators.odd", "/x\0\n" + "y".repeat(1_000), "a\r\nb\0" + "c".repeat(5_000));
        var entry = audit.page(Persons.a(Roles.AUDITOR, "VN"), all(null, "indicators.odd", ""), null, 1)
                .getFirst();
        assertThat(entry.object()).hasSize(300).startsWith("/x  yy");
        assertThat(entry.detail()).hasSize(1_000).startsWith("a  b c");
        assertThatThrownBy(() -> log.record(ward, "Not an action", "", ""))
                .as("an action is written by us, never by a person")
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void every_way_to_look_is_served_by_an_index() {
        jdbc.sql("""
                INSERT INTO identity.access_log (id, at, account, username, action, object, detail, ip)
                SELECT uuidv7(make_interval(secs => -n)), timestamptz '2022-01-01T00:00Z', md5((n % 500)::text)::uuid, 'x', 'a.b',
                    '/o/' || n % 500, '', ''
                FROM generate_series(1, 20000) n
                """).update();
        jdbc.sql("ANALYZE identity.access_log").update();
        assertThat(plan(AccessLogStore.BY_TIME)).contains("access_log_id").doesNotContain("Seq Scan on access_log");
        assertThat(plan(AccessLogStore.BY_OBJECT))
                .contains("access_log_object")
                .doesNotContain("Seq Scan on access_log");
        assertThat(plan(AccessLogStore.BY_ACCOUNT))
                .contains("access_log_pkey")
                .doesNotContain("Seq Scan on access_log");
        assertThat(plan(AccessLogStore.BY_ACCOUNT_AND_OBJECT))
                .contains("Index")
                .doesNotContain("Seq Scan on access_log");
    }

    @Test
    void no_statement_changes_or_deletes_an_entry() throws IOException, IllegalAccessException {
        var statements = new ArrayList<String>();
        for (Field field : AccessLogStore.class.getDeclaredFields())
            if (field.getType() == String.class) {
                field.setAccessible(true);
                statements.add((String) field.get(null));
            }
        assertThat(statements).as("premise").anyMatch(sql -> sql.startsWith("INSERT INTO identity.access_log"));
        assertThat(statements).noneMatch(AccessLogTests::rewrites);
        try (var files = Files.walk(Path.of("src/main"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().matches(".*\\.(java|sql)")) continue;
                assertThat(rewrites(Files.readString(file))).as(file.toString()).isFalse();
            }
        }
        assertThat(rewrites("UPDATE  identity.access_log SET detail = ''"))
                .as("it bites")
                .isTrue();
    }

    private static boolean rewrites(String text) {
        return text.matches("(?is).*(update|delete\\s+from|truncate|merge\\s+into)\\s+identity\\.access_log.*");
    }

    private String plan(String sql) {
        return String.join(
                "\n",
                JdbcClient.create(pool)
                        .sql("EXPLAIN " + sql)
                        .param("from", new UUID(0, 0))
                        .param("before", new UUID(-1, -1))
                        .param("action", "")
                        .param("all", false)
                        .param("wide", true)
                        .param("units", new String[] {"05437", "05440"})
                        .param("syntheticOnly", false)
                        .param("platform", Actor.PLATFORM.account())
                        .param("platformName", Actor.PLATFORM.username())
                        .param("limit", 101)
                        .param("account", ward.account())
                        .param("object", "/o/7")
                        .query(String.class)
                        .list());
    }

    private List<UUID> seen(String unit) {
        return audit.page(Persons.a(Roles.AUDITOR, unit), all(null, "indicators.figure", PATH), null, 10).stream()
                .map(LogEntry::account)
                .toList();
    }

    private static Audit.Filter all(@Nullable UUID account, String action, String object) {
        return new Audit.Filter(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), account, action, object);
    }
}
