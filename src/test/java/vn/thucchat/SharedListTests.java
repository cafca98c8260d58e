package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

/** What holds for the whole platform is changed by roles held in the province, and by no demonstration account. */
@ApplicationTest
@NullMarked
class SharedListTests {

    @Autowired
    MockMvc mvc;

    @Test
    void a_definition_is_changed_by_no_ward_and_a_real_one_by_no_demonstration_account() throws Exception {
        String at = "/indicators/adult-smartphone";
        String before = stranger().page(at, 200).select("h1").text();
        for (Actor other : List.of(
                Persons.a(SteeringRoles.STEERING_OFFICE, "05443"),
                Persons.synthetic(SteeringRoles.STEERING_OFFICE, "19"))) {
            var visitor = new Visitor(mvc, other);
            assertThat(visitor.submit(at, definition("adult-smartphone", "percent"))
                            .getStatus())
                    .isEqualTo(403);
            visitor.page(at + "/edit", 403);
            assertThat(visitor.page(at, 200).select("a[href$=/edit]")).isEmpty();
        }
        var ward = new Visitor(mvc, Persons.a(SteeringRoles.STEERING_OFFICE, "05443"));
        assertThat(ward.submit("/indicators", definition("of-a-ward", "count")).getStatus())
                .isEqualTo(403);
        assertThat(ward.page("/indicators", 200).select("a[href=/indicators/new]"))
                .isEmpty();
        assertThat(stranger().page(at, 200).select("h1").text()).isEqualTo(before);
        stranger().page("/indicators/of-a-ward", 404);
    }

    @Test
    void a_demonstration_office_defines_invented_indicators_that_nobody_real_is_asked_to_report() throws Exception {
        var office = new Visitor(mvc, Persons.synthetic(SteeringRoles.STEERING_OFFICE, "19"));
        var real = office.submit("/indicators", definition("a-real-name", "count"));
        assertThat(real.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(real).select(".errors a").eachAttr("href")).contains("#code");
        var reported = definition("demonstration-reported", "count");
        reported.put("reportedBy", "COMMUNE");
        assertThat(Visitor.parsed(office.submit("/indicators", reported))
                        .select(".errors a")
                        .eachAttr("href"))
                .containsExactly("#reportedBy");
        assertThat(Visitor.next(office.submit("/indicators", definition("demonstration-tried", "count"))))
                .isEqualTo("/indicators/demonstration-tried");
        office.page("/indicators/demonstration-tried/edit", 200);
    }

    @Test
    void banks_layouts_and_units_are_read_and_not_changed_by_wards_and_demonstration_accounts() throws Exception {
        for (Actor other : List.of(
                Persons.a(Roles.ADMINISTRATOR, "05443"),
                Persons.synthetic(Roles.ADMINISTRATOR, "19"),
                Persons.synthetic(Roles.ADMINISTRATOR, "VN"))) {
            var visitor = new Visitor(mvc, other);
            var bank = Map.of("bin", "970436", "name", "Vietcombank (giả)", "from", "2026-01-01", "source", "thử");
            assertThat(visitor.submit("/admin/banks", bank).getStatus()).isEqualTo(403);
            assertThat(visitor.page("/admin/banks", 200).select("form[method=post][action=/admin/banks]"))
                    .isEmpty();
            var units = new MockMultipartFile(
                    "units", "units.csv", "text/csv", "x".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var successions = new MockMultipartFile(
                    "successions",
                    "successions.csv",
                    "text/csv",
                    "x".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(visitor.send("/admin/units", Map.of("collection", "thu"), units, successions)
                            .getStatus())
                    .isEqualTo(403);
            assertThat(visitor.page("/admin/units", 200).select("form[action=/admin/units]"))
                    .isEmpty();
        }
        var clerk = new Visitor(mvc, Persons.synthetic(PaymentRoles.ACCOUNTANT, "19"));
        assertThat(clerk.submit("/money/layouts", Map.of("name", "thử")).getStatus())
                .isEqualTo(403);
        assertThat(new Visitor(mvc, Persons.a(Roles.ADMINISTRATOR, "19"))
                        .page("/admin/banks", 200)
                        .select("form[method=post][action=/admin/banks]"))
                .as("who may is offered the form")
                .hasSize(1);
    }

    private Visitor stranger() {
        return new Visitor(mvc, Actor.STRANGER);
    }

    private static Map<String, String> definition(String code, String measure) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("code", code),
                Map.entry("nameVi", "Đổi bởi cán bộ một phường"),
                Map.entry("nameEn", "Changed by a ward"),
                Map.entry("pillar", "SOCIETY"),
                Map.entry("measure", measure),
                Map.entry("direction", "DOWN"),
                Map.entry("aggregation", "SUM"),
                Map.entry("overTime", "LAST"),
                Map.entry("frequency", "HALF"),
                Map.entry("reportedBy", ""),
                Map.entry("formula", "count(market.trader-joined)"),
                Map.entry("sort", "9100"),
                Map.entry("active", "true"),
                Map.entry("version", "1")));
    }
}
