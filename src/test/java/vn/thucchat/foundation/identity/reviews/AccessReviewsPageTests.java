package vn.thucchat.foundation.identity.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.vietnamese.VietnameseDays;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.Visitor;

/** Each quarter every role is decided on by somebody else, and none is cut off because nobody did. */
@ApplicationTest
@NullMarked
class AccessReviewsPageTests {

    private static final String UNIT = "05443";

    @Autowired
    List<PersonalDataSource> personal;

    @Autowired
    MessageSource messages;

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    ReviewLifecycle runs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transactions;

    private Actor administrator = Actor.STRANGER;
    private Actor reporter = Actor.STRANGER;
    private Actor above = Actor.STRANGER;
    private Visitor desk = new Visitor(mvc, administrator);

    @BeforeEach
    void aUnit() {
        jdbc.sql("UPDATE identity.role_grant SET until_at = from_at WHERE unit IN ('05443', '19') AND until_at IS NULL")
                .update();
        jdbc.sql("DELETE FROM identity.access_review").update();
        administrator = account(Roles.ADMINISTRATOR, UNIT, true);
        reporter = account(SteeringRoles.REPORTER, UNIT, true);
        above = account(Roles.ADMINISTRATOR, "19", false);
        desk = new Visitor(mvc, administrator);
    }

    @Test
    void a_unit_is_reviewed_once_a_quarter_as_work_with_a_due_day() throws Exception {
        Actor late = account(SteeringRoles.REVIEWER, UNIT, false);
        assertThat(runs.begin()).isGreaterThan(0);
        assertThat(runs.begin()).as("once").isZero();
        String path = path();
        Document page = desk.page(path, 200);
        assertThat(page.text())
                .contains("0 / 2", reporter.name(), "Hai năm nay chưa đăng nhập", "quyền vẫn giữ nguyên");
        assertThat(page.text()).as("given after it began").doesNotContain(late.name());
        assertThat(desk.page("/admin/reviews", 200).select("a[href='" + path + "']"))
                .hasSize(1);
        assertThat(desk.page("/work", 200).select("a[href='" + path + "']")).isNotEmpty();
        var far = new Visitor(mvc, account(Roles.ADMINISTRATOR, "00004", false));
        assertThat(far.open(path).getStatus()).isEqualTo(404);
        assertThat(far.open(path + "/decisions").getStatus()).isEqualTo(404);
        assertThat(far.submit(path + "/decided", decision(reporter, "KEEP", "")).getStatus())
                .isEqualTo(404);
        assertThat(new Visitor(mvc, reporter).page("/id/looks", 200).text()).contains("rà soát quyền hằng quý");
    }

    @Test
    void each_role_is_decided_once_and_never_by_its_holder() throws Exception {
        runs.begin();
        String path = path();
        assertThat(desk.submit(path + "/decided", decision(administrator, "KEEP", ""))
                        .getStatus())
                .isEqualTo(403);
        assertThat(desk.page(path, 200).text()).contains("một người quản trị khác quyết định");
        var past = desk.submit(path + "/decided", decision(reporter, "UNTIL", "01/01/2020"));
        assertThat(past.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(past).select(".field .fault").text()).contains("từ hôm nay trở đi");
        assertThat(desk.submit(path + "/decided", decision(reporter, "TERM_PASSED", ""))
                        .getStatus())
                .as("the platform's alone")
                .isEqualTo(422);

        LocalDate day = BusinessTime.day(clock.instant()).plusDays(40);
        assertThat(desk.submit(path + "/decided", decision(reporter, "UNTIL", VietnameseDays.write(day)))
                        .getStatus())
                .isEqualTo(303);
        assertThat(desk.submit(path + "/decided", decision(reporter, "KEEP", ""))
                        .getStatus())
                .as("decided before")
                .isEqualTo(409);
        assertThat(accounts.grants(reporter.account()).getFirst().lastDay()).isEqualTo(day);
        assertThat(desk.page(path, 200).text())
                .contains(
                        "1 / 2", "Giữ đến %d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()));

        assertThat(personal.stream()
                        .filter(source -> source.purpose().equals("identity.access-review"))
                        .flatMap(source ->
                                source.gather(reporter.account(), new Texts(messages, Locale.of("vi"))).stream())
                        .map(record -> record.values().get("kind")))
                .as("an extract tells of it")
                .containsExactly("Giữ đến");

        var second = new Visitor(mvc, above);
        assertThat(second.submit(path + "/decided", decision(administrator, "TAKE_AWAY", ""))
                        .getStatus())
                .isEqualTo(303);
        assertThat(accounts.actor(administrator.username()).orElseThrow().grants())
                .isEmpty();
        assertThat(second.page(path, 200).text()).contains("2 / 2", "Xong ngày");
        assertThat(second.page(path + "/decisions", 200).text())
                .contains("2 quyết định", "Thu hồi", above.username(), administrator.username());
        assertThat(second.page("/work", 200).select("a[href='" + path + "']")).isEmpty();
        assertThat(jdbc.sql("SELECT action FROM identity.access_log WHERE account = :id")
                        .param("id", above.account())
                        .query(String.class)
                        .list())
                .contains("identity.role-reviewed", "identity.role-revoked", "identity.review-closed");
    }

    @Test
    void what_nobody_decided_stays_and_the_administrator_above_is_told_once() throws Exception {
        runs.begin();
        String path = path();
        due(1);
        runs.follow();
        runs.follow();
        assertThat(told()).isEqualTo(1);
        assertThat(accounts.actor(reporter.username()).orElseThrow().grants()).hasSize(1);
        assertThat(desk.page(path, 200).text()).contains("Quá hạn từ", "0 / 2");
    }

    @Test
    void where_the_rule_says_so_undecided_roles_end_after_the_term() throws Exception {
        runs.begin();
        String path = path();
        due(3);
        LocalDate term = BusinessTime.day(clock.instant()).minusDays(3);
        rule(term, 2);
        rule(term.plusDays(1), 36_500);
        runs.follow();
        assertThat(told()).isEqualTo(1);
        assertThat(accounts.actor(reporter.username()).orElseThrow().grants())
                .as("told before anything ends")
                .hasSize(1);
        runs.follow();
        assertThat(accounts.actor(reporter.username()).orElseThrow().grants()).isEmpty();
        assertThat(accounts.actor(administrator.username()).orElseThrow().grants())
                .as("an administrator's waits for a decision")
                .hasSize(1);
        assertThat(new Visitor(mvc, above).page(path, 200).text())
                .contains("1 / 2")
                .doesNotContain("Xong ngày");
        assertThat(new Visitor(mvc, above).page(path + "/decisions", 200).text())
                .contains("Tự hết vì quá hạn", "nền tảng");
    }

    @Test
    void a_role_that_somebody_keeps_at_the_same_moment_does_not_end() throws Exception {
        runs.begin();
        due(3);
        LocalDate term = BusinessTime.day(clock.instant()).minusDays(3);
        rule(term, 2);
        rule(term.plusDays(1), 36_500);
        runs.follow();
        var job = new AtomicReference<CompletableFuture<Void>>();
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("INSERT INTO identity.review_decision (unit, review, role_grant, outcome, decided_by, decided_at)"
                            + " SELECT unit, review, role_grant, 'KEEP', :by, since FROM identity.reviewed_role"
                            + " WHERE account = :account")
                    .param("by", above.account())
                    .param("account", reporter.account())
                    .update();
            job.set(CompletableFuture.runAsync(runs::follow));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> jdbc.sql(
                                    "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = 'transactionid')")
                            .query(Boolean.class)
                            .single());
        });
        job.get().get(10, TimeUnit.SECONDS);
        assertThat(accounts.actor(reporter.username()).orElseThrow().grants()).hasSize(1);
    }

    @Test
    void a_day_that_is_typed_is_never_taken_for_a_role_kept_for_good() throws Exception {
        runs.begin();
        String path = path();
        var forms = desk.page(path, 200).select("form[action='" + path + "/decided']");
        assertThat(forms).hasSize(2);
        assertThat(forms.select("form:has(input[name=lastDay]) button").eachAttr("value"))
                .as("what Enter in the day presses")
                .containsExactly("UNTIL");
        String day = VietnameseDays.write(BusinessTime.day(clock.instant()).plusDays(40));
        var kept = desk.submit(path + "/decided", decision(reporter, "KEEP", day));
        assertThat(kept.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(kept).select(".field .fault").text()).contains("chọn nút khác");
        assertThat(desk.page(path, 200).text()).contains("0 / 2");
    }

    @Test
    void a_role_is_not_kept_until_a_day_after_its_own_end() throws Exception {
        LocalDate today = BusinessTime.day(clock.instant());
        jdbc.sql("UPDATE identity.role_grant SET ends_at = :at WHERE account = :id")
                .param(
                        "at",
                        today.plusDays(11).atStartOfDay(BusinessTime.VIETNAM).toOffsetDateTime())
                .param("id", reporter.account())
                .update();
        runs.begin();
        String path = path();
        var later =
                desk.submit(path + "/decided", decision(reporter, "UNTIL", VietnameseDays.write(today.plusDays(11))));
        assertThat(later.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(later).select(".field .fault").text()).contains("hạn sớm hơn");
        assertThat(desk.page(path, 200).text()).contains("0 / 2");
        assertThat(desk.submit(path + "/decided", decision(reporter, "UNTIL", VietnameseDays.write(today.plusDays(10))))
                        .getStatus())
                .isEqualTo(303);
    }

    @Test
    void a_role_that_ended_otherwise_waits_for_nobody() throws Exception {
        runs.begin();
        String path = path();
        jdbc.sql("UPDATE identity.role_grant SET until_at = :at WHERE account = ANY (:ids)")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("ids", new UUID[] {reporter.account(), administrator.account()})
                .update();
        var second = new Visitor(mvc, above);
        assertThat(second.page(path, 200).text()).contains("Quyền này đã hết");
        runs.follow();
        assertThat(second.page(path, 200).text()).contains("Xong ngày");
    }

    /** Undecided roles stay for so many days after a term that passes on the day or later. */
    private void rule(LocalDate from, int days) {
        jdbc.sql("INSERT INTO identity.privacy_rule (code, valid_from, value, document, stated_by, stated_at)"
                        + " VALUES ('review.stay-days', :from, :days, 'Quy chế thử', :by, '2026-02-01')"
                        + " ON CONFLICT DO NOTHING")
                .param("from", from)
                .param("days", days)
                .param("by", new UUID(0, 0))
                .update();
    }

    private String path() {
        return AccessReviews.PATH + "/"
                + jdbc.sql("SELECT id FROM identity.access_review WHERE unit = :unit AND NOT synthetic")
                        .param("unit", UNIT)
                        .query(UUID.class)
                        .single();
    }

    /** The review's last day was so many days ago. */
    private void due(int days) {
        LocalDate day = BusinessTime.day(clock.instant()).minusDays(days);
        jdbc.sql("UPDATE identity.access_review SET begun_on = :begun, due_on = :day WHERE unit = :unit")
                .param("begun", day.minusDays(30))
                .param("day", day)
                .param("unit", UNIT)
                .update();
    }

    private int told() {
        return jdbc.sql(
                        "SELECT count(*) FROM delivery.outbox_message WHERE recipient = :id AND payload LIKE '%review-overdue%'")
                .param("id", above.account().toString())
                .query(Integer.class)
                .single();
    }

    private Map<String, Object> decision(Actor of, String decision, String lastDay) {
        UUID grant = accounts.grants(of.account()).getFirst().id();
        return Map.of("roleGrant", grant, "decision", decision, "lastDay", lastDay);
    }

    /** @param before whether the role is held since long before the quarter began */
    private Actor account(String role, String unit, boolean before) {
        String username = "v" + Ids.next(clock).toString().substring(24);
        accounts.ensure(username, "Cán bộ " + username, null, false, new Actor.Grant(role, unit));
        Actor made = accounts.actor(username).orElseThrow();
        if (before)
            jdbc.sql("UPDATE identity.role_grant SET from_at = '2025-01-01' WHERE account = :id")
                    .param("id", made.account())
                    .update();
        return made;
    }
}
