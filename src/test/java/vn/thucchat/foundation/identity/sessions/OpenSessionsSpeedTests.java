package vn.thucchat.foundation.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.IdentityTest;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Slice;

/** A page of one's sessions among a million of others. */
@Tag("nightly")
class OpenSessionsSpeedTests extends IdentityTest {

    private static final int ALL = 1_000_000;
    private static final int OWN = 200;
    private static final int PAGES = 200;

    @Test
    void a_page_of_sessions_takes_less_than_50_ms_by_the_index() {
        Actor one = somebody();
        jdbc.sql("""
                INSERT INTO identity.account (id, username, name, created_at)
                SELECT gen_random_uuid(), 'dong' || n, 'Đông ' || n, :now::timestamptz FROM generate_series(1, 20000) n
                """).param("now", now.toString()).update();
        jdbc.sql("""
                WITH others AS (SELECT array_agg(id) AS ids FROM identity.account WHERE username LIKE 'dong%')
                INSERT INTO identity.session
                    (token_hash, id, account, secret_no, begun_at, seen_at, first_factor, first_at, browser, network)
                SELECT sha256(n::text::bytea), uuidv7(),
                    CASE WHEN n % :every = 0 THEN :one ELSE o.ids[1 + n % 20000] END,
                    1, :now::timestamptz - n * interval '20 ms', :now::timestamptz - n * interval '10 ms', 'PASSWORD',
                    :now::timestamptz, 'Chrome · Android', '192.0.2.7'
                FROM generate_series(1, :all) n, others o
                """)
                .param("now", now.toString())
                .param("one", one.account())
                .param("every", ALL / OWN)
                .param("all", ALL)
                .update();
        jdbc.sql("ANALYZE identity.session").update();
        var sessions = new OpenSessions(
                new SessionStore(jdbc),
                new SessionPlaceStore(jdbc),
                new SessionLimits(Duration.ofHours(8), 12),
                administration,
                log,
                _ -> {},
                clock);
        assertThat(sessions.of(one.account())).isEqualTo(OWN);

        long[] micros = new long[PAGES];
        Cursor place = Cursor.START;
        int shown = 0;
        for (int page = 0; page < PAGES; page++) {
            long from = System.nanoTime();
            Slice<OpenSession> part = sessions.of(one, place, 16);
            micros[page] = (System.nanoTime() - from) / 1_000;
            shown += part.items().size();
            place = Cursor.read(part.nextCursor());
        }
        Arrays.sort(micros);
        System.out.printf(
                "a page of %d sessions among %d: median %.1f ms, p99 %.1f ms%n",
                OWN, ALL, micros[PAGES / 2] / 1_000.0, micros[PAGES * 99 / 100] / 1_000.0);
        assertThat(micros[PAGES * 99 / 100]).isLessThan(50_000);
        assertThat(shown).as("every page again and again").isGreaterThan(15 * OWN);
        assertThat(plan(one)).contains("session_account").doesNotContain("Seq Scan on session");
    }

    private String plan(Actor one) {
        return String.join(
                "\n",
                jdbc.sql("EXPLAIN " + SessionStore.OPEN_PAGE)
                        .param("account", one.account())
                        .param("seenAfter", now.minus(Duration.ofHours(8)).atOffset(java.time.ZoneOffset.UTC))
                        .param("begunAfter", now.minus(Duration.ofHours(12)).atOffset(java.time.ZoneOffset.UTC))
                        .param("begunBefore", now.atOffset(java.time.ZoneOffset.UTC))
                        .param("before", one.account())
                        .param("limit", 17)
                        .query(String.class)
                        .list());
    }
}
