package vn.thucchat.foundation.notify.announcements;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.approve;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.draft;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.leader;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.submitted;
import static vn.thucchat.foundation.notify.announcements.AnnouncementFixture.writer;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** Ten thousand people of one commune are counted, submitted and written to in seconds; all of it is taken back at the end. */
@ApplicationTest
@NullMarked
class AnnouncementScaleTests {

    private static final int PEOPLE = 10_000;

    @Autowired
    AnnouncementFixture fixture;

    @Autowired
    AnnouncementSending sending;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Test
    void ten_thousand_people_are_planned_within_ten_seconds() throws Exception {
        clock.moveTo(TestTime.today()
                .plusDays(1)
                .atTime(12, 0)
                .atZone(BusinessTime.VIETNAM)
                .toInstant());
        fixture.price(mvc, TestTime.today().plusDays(1), 800);
        String commune = fixture.commune();
        Actor first = fixture.residents(mvc, commune, 1).getFirst();
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            try {
                all(commune, first);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void all(String commune, Actor first) throws Exception {
        // plans that were kept while the tables were small would be made anew once the new people are committed
        jdbc.sql("SET LOCAL plan_cache_mode = force_custom_plan").update();
        populate(commune, first);
        Visitor writer = writer(mvc, commune);
        long counted = System.nanoTime();
        String page = submitted(writer, draft(commune, "LIFE"));
        assertThat(writer.page(page, 200)
                        .select("dt:contains(Người sẽ nhận) + dd")
                        .text())
                .isEqualTo("10.001");
        long approved = System.nanoTime();
        assertThat(approve(leader(mvc, commune), page)).isEqualTo(303);
        long planned = System.nanoTime();
        sending.work();
        long sent = System.nanoTime();
        assertThat(jdbc.sql("SELECT count(*) FROM notify.announcement_recipient WHERE announcement = :id")
                        .param("id", UUID.fromString(page.substring(page.lastIndexOf('/') + 1)))
                        .query(Integer.class)
                        .single())
                .isEqualTo(PEOPLE + 1);
        long shown = System.nanoTime();
        writer.page(page, 200);
        LoggerFactory.getLogger(AnnouncementScaleTests.class)
                .info(
                        "{} people: written and submitted in {} ms, counted again and planned in {} ms, shown in {} ms",
                        PEOPLE,
                        (approved - counted) / 1_000_000,
                        (sent - planned) / 1_000_000,
                        (System.nanoTime() - shown) / 1_000_000);
        assertThat(Duration.ofNanos(sent - planned)).isLessThan(Duration.ofSeconds(10));
    }

    /** People as the first one is, each with a telephone that is only counted. */
    private void populate(String commune, Actor first) {
        jdbc.sql("""
                INSERT INTO identity.account (id, username, name, password, must_change, synthetic, created_at)
                SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'cu-dan-' || n, 'Người đông', NULL,
                    false, false, a.created_at
                FROM generate_series(1, :people) AS n, identity.account a WHERE a.id = :first""").param("people", PEOPLE).param("first", first.account()).update();
        jdbc.sql("""
                INSERT INTO identity.consent_act
                    (account, id, purpose, no, given, version, text_hash, channel, proof, at)
                SELECT p.id, gen_random_uuid(), c.purpose, c.no, c.given, c.version, c.text_hash, c.channel, c.proof, c.at
                FROM identity.account p, identity.consent_act c WHERE p.username LIKE 'cu-dan-%' AND c.account = :first""").param("first", first.account()).update();
        jdbc.sql("""
                INSERT INTO notify.contact (account, id, kind, sealed, mark, made_at, verified_at)
                SELECT p.id, gen_random_uuid(), 'PHONE', 'x', repeat('A', 26), p.created_at, p.created_at
                FROM identity.account p WHERE p.username LIKE 'cu-dan-%'""").update();
        jdbc.sql("""
                INSERT INTO notify.residence (account, unit, stated_at)
                SELECT p.id, :unit, p.created_at FROM identity.account p WHERE p.username LIKE 'cu-dan-%'""").param("unit", commune).update();
    }
}
