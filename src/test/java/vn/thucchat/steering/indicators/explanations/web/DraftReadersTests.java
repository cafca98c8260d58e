package vn.thucchat.steering.indicators.explanations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.HouseRoles;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.UploadedFile;
import vn.thucchat.steering.indicators.explanations.Explanations;
import vn.thucchat.steering.indicators.reporting.Submissions;
import vn.thucchat.steering.indicators.reporting.UnitStatements;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

/** Who reads what a unit has not published yet: every role, there, above and elsewhere, at every kind of record. */
@ApplicationTest
class DraftReadersTests {

    private static final String WARD = "05473";
    private static final String OTHER_WARD = "05476";
    private static final Actor OFFICER = Persons.a(SteeringRoles.REPORTER, WARD);

    @Autowired
    MockMvc mvc;

    @Autowired
    Submissions submissions;

    @Autowired
    UnitStatements statements;

    @Autowired
    Explanations explanations;

    @Test
    void drafts_documents_answers_and_running_figures_are_read_by_five_roles_that_reach_the_unit() throws Exception {
        Map<String, String> records = records();
        var wrong = new ArrayList<String>();
        for (var record : records.entrySet()) {
            for (String role : HouseRoles.NAMES)
                for (String unit : List.of(WARD, "164", "19", OTHER_WARD)) {
                    int status = new Visitor(mvc, Persons.a(role, unit))
                            .open(record.getValue())
                            .getStatus();
                    boolean reads = SteeringRoles.READERS.contains(role) && !unit.equals(OTHER_WARD);
                    if (reads != (status == 200))
                        wrong.add(record.getKey() + " to " + role + " in " + unit + ": " + status);
                }
            var demonstration = new Visitor(mvc, Persons.synthetic(Roles.LEADER, "19"));
            if (demonstration.open(record.getValue()).getStatus() != 404)
                wrong.add(record.getKey() + " to a demonstration account");
            int stranger =
                    new Visitor(mvc, Actor.STRANGER).open(record.getValue()).getStatus();
            if (stranger == 200) wrong.add(record.getKey() + " to a stranger");
        }
        assertThat(new Visitor(mvc, Persons.synthetic(SteeringRoles.REPORTER, WARD))
                        .page("/reporting", 200)
                        .select("main a[href^=/submissions/]"))
                .isEmpty();
        assertThat(records).hasSize(7);
        assertThat(wrong).isEmpty();
        assertThat(SteeringRoles.READERS)
                .doesNotContain(
                        MarketRoles.TRADER,
                        MarketRoles.COLLECTOR,
                        MarketRoles.MARKET_MANAGER,
                        PaymentRoles.ACCOUNTANT,
                        Roles.ADMINISTRATOR);
    }

    @Test
    void nobody_reviews_what_they_stated() throws Exception {
        Actor both = new Actor(
                UUID.nameUUIDFromBytes("both".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "both",
                "Hai vai",
                false,
                List.of(
                        new Actor.Grant(SteeringRoles.REPORTER, "05479"),
                        new Actor.Grant(SteeringRoles.REVIEWER, "05479")));
        var visitor = new Visitor(mvc, both);
        String at = submitted(visitor, "05479");
        assertThat(visitor.page(at, 200).select("form[action$=/accept]")).isEmpty();
        assertThat(visitor.page(at, 200).select(".notice").text()).contains("người thẩm định khác");
        String version = version(at);
        assertThat(visitor.submit(at + "/accept", Map.of("version", version)).getStatus())
                .isEqualTo(403);
        assertThat(visitor.submit(at + "/return", Map.of("version", version, "reason", "tự trả lại"))
                        .getStatus())
                .isEqualTo(403);
        var another = new Visitor(mvc, Persons.a(SteeringRoles.REVIEWER, "19"));
        Visitor.next(another.submit(at + "/accept", Map.of("version", version)));
    }

    @Test
    void a_demonstration_account_decides_on_nothing_real() throws Exception {
        String at = submitted(new Visitor(mvc, Persons.a(SteeringRoles.REPORTER, "05482")), "05482");
        var demo = new Visitor(mvc, Persons.synthetic(SteeringRoles.REVIEWER, "19"));
        assertThat(demo.submit(at + "/accept", Map.of("version", version(at))).getStatus())
                .isEqualTo(404);
        UUID asked = UUID.randomUUID();
        explanations.ask(
                Persons.a(Roles.LEADER, "19"),
                asked,
                "household-fibre",
                new UnitCode("05482"),
                Period.of("2022S1"),
                "Vì sao?",
                LocalDate.of(2030, 1, 1),
                List.of());
        var officer = Persons.synthetic(SteeringRoles.REPORTER, "05482");
        assertThat(explanations.answer(officer, asked, 1, "Trả lời giả", List.of()))
                .isInstanceOf(Result.NotFound.class);
        assertThat(explanations.waiting(officer, 10)).isEmpty();
        assertThat(explanations.waiting(Persons.a(SteeringRoles.REPORTER, "05482"), 10))
                .hasSize(1);
    }

    @Test
    void the_file_of_an_invented_statement_opens_to_those_who_signed_in() throws Exception {
        String at = submitted(new Visitor(mvc, Persons.synthetic(SteeringRoles.REPORTER, "05485")), "05485", "2010S1");
        var reviewer = new Visitor(mvc, Persons.synthetic(SteeringRoles.REVIEWER, "19"));
        Visitor.next(reviewer.submit(at + "/accept", Map.of("version", version(at))));
        Visitor.next(reviewer.submit("/figures/publish", Map.of("unit", "05485", "period", "2010S1")));
        UUID submission = UUID.fromString(at.substring("/submissions/".length()));
        String statement = "/statements/"
                + statements.ofSubmissions(List.of(submission)).getFirst().id();
        var stranger = new Visitor(mvc, Actor.STRANGER);
        var page = stranger.page(statement, 200);
        assertThat(page.select("a[href=" + statement + "/document]")).isEmpty();
        assertThat(page.select("main").text()).contains("sau khi đăng nhập");
        stranger.page(statement + "/document", 404);
        assertThat(reviewer.page(statement, 200).select("a[href=" + statement + "/document]"))
                .hasSize(1);
        assertThat(reviewer.open(statement + "/document").getStatus()).isEqualTo(200);
    }

    private Map<String, String> records() throws Exception {
        var officer = new Visitor(mvc, OFFICER);
        String waiting = submitted(officer, WARD);
        UUID id = UUID.fromString(waiting.substring("/submissions/".length()));
        String statement = statements.ofSubmissions(List.of(id)).getFirst().id().toString();
        String draft = Visitor.next(officer.submit("/reporting", Map.of("unit", WARD, "period", "2022S2")));
        UUID asked = UUID.randomUUID();
        explanations.ask(
                Persons.a(Roles.LEADER, "19"),
                asked,
                "household-fibre",
                new UnitCode(WARD),
                Period.of("2022S1"),
                "Vì sao thấp?",
                LocalDate.of(2030, 1, 1),
                List.of());
        explanations.answer(OFFICER, asked, 1, "Chưa có hạ tầng.", List.of(new UploadedFile("giai-trinh.pdf", pdf())));
        UUID file = explanations.find(asked).orElseThrow().files().getFirst().file();

        // accepted and not published: a figure that runs
        String accepted = submitted(officer, WARD, "2021S2");
        Visitor.next(new Visitor(mvc, Persons.a(SteeringRoles.REVIEWER, "19"))
                .submit(accepted + "/accept", Map.of("version", version(accepted))));

        var records = new LinkedHashMap<String, String>();
        records.put("a submission", waiting);
        records.put("a draft", draft);
        records.put("a document", waiting + "/document");
        records.put("a statement", "/statements/" + statement);
        records.put("an explanation", "/explanations/" + asked);
        records.put("a file", "/explanations/" + asked + "/files/" + file);
        records.put("a running figure", "/figures/household-fibre/" + WARD + "/2021S2/evidence");
        return records;
    }

    private String submitted(Visitor officer, String unit) throws Exception {
        return submitted(officer, unit, "2022S1");
    }

    private String submitted(Visitor officer, String unit, String period) throws Exception {
        String at = Visitor.next(officer.submit("/reporting", Map.of("unit", unit, "period", period)));
        var fields = new HashMap<String, Object>();
        fields.put(
                "version", officer.page(at, 200).select("input[name=version]").val());
        fields.put("act", "submit");
        fields.put("title", "Báo cáo chuyển đổi số");
        fields.put("note", "Lời nhắn riêng cho người thẩm định");
        fields.put("numerator.household-fibre", "700");
        fields.put("denominator.household-fibre", "1.000");
        Visitor.next(officer.send(at, fields, new MockMultipartFile("file", "bao-cao.pdf", "application/pdf", pdf())));
        return at;
    }

    private String version(String at) throws Exception {
        UUID id = UUID.fromString(at.substring("/submissions/".length()));
        return Integer.toString(submissions.find(id).orElseThrow().version());
    }

    private static byte[] pdf() {
        return ("%PDF-1.4\n% " + Instant.EPOCH + "\n%%EOF\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
