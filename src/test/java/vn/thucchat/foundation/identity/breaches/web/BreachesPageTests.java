package vn.thucchat.foundation.identity.breaches.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.vietnamese.VietnameseDays;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.Visitor;

/** A breach is entered once noticed, told in time, revised without losing a word. */
@ApplicationTest
@NullMarked
class BreachesPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Visitor officer = new Visitor(mvc, Actor.STRANGER);

    @BeforeEach
    void anOfficer() {
        officer = new Visitor(mvc, account("19"));
    }

    @Test
    void the_clock_runs_from_when_it_was_noticed_and_stops_when_the_authority_is_told() throws Exception {
        Instant noticed = clock.instant().minus(Duration.ofHours(10));
        String path = Visitor.next(officer.submit("/privacy/breaches", filled(noticed)));
        assertThat(officer.page(path, 200).text()).contains("còn 6", "giờ", "chưa báo", "Danh sách gửi nhầm");
        assertThat(officer.page("/work", 200).select("a[href='" + path + "']")).isNotEmpty();
        assertThat(officer.page("/privacy/breaches", 200).select("a[href='" + path + "']"))
                .hasSize(1);
        var far = new Visitor(mvc, account("00004"));
        assertThat(far.open(path).getStatus()).isEqualTo(404);
        assertThat(far.submit(path, filled(noticed)).getStatus()).isEqualTo(404);

        var told = new HashMap<>(filled(noticed));
        told.put("no", "1");
        told.put("measures", "Đã thu hồi");
        put(told, "authority", noticed.minus(Duration.ofHours(1)));
        assertThat(officer.submit(path, told).getStatus())
                .as("told before it was noticed")
                .isEqualTo(422);
        put(told, "authority", clock.instant().minus(Duration.ofMinutes(2)));
        assertThat(officer.submit(path, told).getStatus()).isEqualTo(303);
        assertThat(officer.submit(path, told).getStatus())
                .as("of a revision that is not the last")
                .isEqualTo(409);
        assertThat(officer.page(path, 200).text())
                .contains("đã báo, sớm", "Đã thu hồi", "Bản 2", "Bản 1", "Đang tìm cách");
        assertThat(officer.page("/work", 200).select("a[href='" + path + "']")).isEmpty();
    }

    @Test
    void all_that_is_wrong_is_told_at_once() throws Exception {
        var nothing = Visitor.parsed(officer.submit("/privacy/breaches", Map.of("noticedTime", "25:00")));
        assertThat(nothing.select(".fault").eachAttr("id"))
                .contains("noticedTime-fault", "happened-fault", "affected-fault", "contact-fault");
        var dayAlone = filled(clock.instant().minus(Duration.ofHours(3)));
        dayAlone.put("noticedTime", "");
        put(dayAlone, "authority", clock.instant());
        dayAlone.put("authorityTime", "");
        assertThat(Visitor.parsed(officer.submit("/privacy/breaches", dayAlone))
                        .select(".fault")
                        .eachAttr("id"))
                .as("00:00 is not guessed")
                .contains("noticedTime-fault", "authorityTime-fault");
        var future = officer.submit("/privacy/breaches", filled(clock.instant().plus(Duration.ofHours(5))));
        assertThat(Visitor.parsed(future).select("#noticedOn-fault")).hasSize(1);
        assertThat(officer.page("/privacy/breaches/new", 200).select("#happened"))
                .hasSize(1);
    }

    @Test
    void the_hours_are_a_dated_rule_that_the_officer_of_a_province_states() throws Exception {
        assertThat(officer.page("/privacy/rules", 200).text()).contains("Giờ phải báo sự cố: 72");
        String soon = VietnameseDays.write(BusinessTime.day(clock.instant()).plusYears(50));
        Map<String, Object> stated = new HashMap<>(Map.of(
                "code", "breach.notice-hours", "value", "48", "from", soon, "document", "Nghị định thử, năm sau"));
        assertThat(officer.submit("/privacy/rules", stated).getStatus()).isEqualTo(303);
        assertThat(officer.page("/privacy/rules", 200).text()).contains("48", "Nghị định thử", "72");
        stated.put("from", "01/01/2020");
        assertThat(officer.submit("/privacy/rules", stated).getStatus()).isEqualTo(422);
        stated.put("from", soon);
        stated.put("code", "no.such");
        assertThat(officer.submit("/privacy/rules", stated).getStatus()).isEqualTo(422);
        var commune = new Visitor(mvc, account("05437"));
        stated.put("code", "breach.notice-hours");
        assertThat(commune.submit("/privacy/rules", stated).getStatus()).isEqualTo(403);
    }

    private static Map<String, Object> filled(Instant noticed) {
        var fields = new HashMap<String, Object>(Map.of(
                "happened", "Danh sách gửi nhầm vào một nhóm",
                "contact", "Phòng An toàn thông tin",
                "consequences", "Người ngoài biết tên",
                "measures", "Đang tìm cách thu hồi",
                "affected", "12"));
        put(fields, "noticed", noticed);
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Instant at) {
        var local = at.atZone(BusinessTime.VIETNAM);
        LocalDate day = local.toLocalDate();
        fields.put(name + "On", VietnameseDays.write(day));
        fields.put(name + "Time", local.toLocalTime().toString().substring(0, 5));
    }

    private Actor account(String unit) {
        String username = "s" + Ids.next(clock).toString().substring(24);
        accounts.ensure(
                username, "Người Phụ Trách", null, false, new Actor.Grant(PrivacyRoles.DATA_PROTECTION_OFFICER, unit));
        return accounts.actor(username).orElseThrow();
    }
}
