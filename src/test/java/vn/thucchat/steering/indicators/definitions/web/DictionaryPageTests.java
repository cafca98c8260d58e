package vn.thucchat.steering.indicators.definitions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactId;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Rendering;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

@ApplicationTest
class DictionaryPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Indicators indicators;

    @Autowired
    Facts facts;

    @Autowired
    RollUps rollUps;

    @Autowired
    TransactionTemplate transactions;

    private Visitor office() {
        return new Visitor(mvc, Persons.a(SteeringRoles.STEERING_OFFICE, "19"));
    }

    private Visitor stranger() {
        return new Visitor(mvc, Actor.STRANGER);
    }

    @Test
    void anyone_reads_the_dictionary_by_pillar_and_only_the_office_may_add_to_it() throws Exception {
        Document page = stranger().page("/indicators", 200);
        assertThat(page.select("section#INFRASTRUCTURE a[href=/indicators/fixed-broadband-speed]"))
                .hasSize(1);
        assertThat(page.select("a[href=/indicators/new]")).isEmpty();
        assertThat(office().page("/indicators", 200).select("a[href=/indicators/new]"))
                .hasSize(1);
    }

    @Test
    void an_indicator_shows_its_newest_figures_each_a_door() throws Exception {
        Document page = stranger().page("/indicators/household-fibre", 200);
        assertThat(page.select("a.val[href=/figures/household-fibre/VN/2022S1]"))
                .hasSize(1);
        assertThat(page.select("tbody .badge.reported")).isNotEmpty();
        assertThat(page.text()).contains("phần trăm", "Càng cao càng tốt");
        assertThat(stranger().page("/indicators/household-fibre?lang=en", 200).text())
                .contains("per cent", "More is better");
        stranger().page("/indicators/no-such", 404);
    }

    @Test
    void the_form_has_every_field_labelled_and_tells_what_can_be_counted() throws Exception {
        Document page = office().page("/indicators/new", 200);
        for (var field : page.select("main form input:not([type=hidden]), main form select, main form textarea"))
            assertThat(page.select("label[for=" + field.id() + "]"))
                    .as(field.id())
                    .hasSize(1);
        assertThat(page.text())
                .contains("market.charge-paid", "channel=cash (Tiền mặt)")
                .as("receipts are counted by no formula")
                .doesNotContain("indicators.stated", "millionths");
        assertThat(indicators.formulaFault("count(indicators.stated)"))
                .get()
                .matches(fault -> fault.key().equals("indicator.formula.unknown-kind"));
    }

    @Test
    void the_examples_of_formulas_count_what_exists() throws Exception {
        Document page = office().page("/indicators/new", 200);
        var examples = page.select(".say code").eachText();
        assertThat(examples).hasSize(2);
        var kinds = indicators.kinds().stream().collect(Collectors.toMap(FactKind::code, Function.identity()));
        for (String example : examples) {
            assertThat(indicators.formulaFault(example)).as(example).isEmpty();
            for (var term :
                    ((Formula.Reading.Read) Formula.read(example)).formula().terms())
                term.filter()
                        .forEach((facet, value) -> assertThat(Objects.requireNonNull(kinds.get(term.kind()))
                                        .values()
                                        .getOrDefault(facet, List.of()))
                                .contains(value));
        }
    }

    /** Of one that no fixture makes, so that nobody else's facts count. */
    private static final String FORMULA_OF_A_MARKET =
            "100 * count(market.charge-paid; channel=cashless, market=cho-thu)"
                    + " / count(market.charge-paid; market=cho-thu)";

    @Test
    void a_formula_can_be_tried_and_once_kept_opens_to_its_value_of_today() throws Exception {
        var fields = fields("test.tried");
        fields.put("frequency", "HALF");
        fields.put("formula", FORMULA_OF_A_MARKET);
        fields.put("act", "try");
        assertThat(Visitor.parsed(office().submit("/indicators", fields))
                        .select("[role=status]")
                        .text())
                .contains("chưa có sự việc nào");
        for (String channel : List.of("cashless", "cashless", "cashless", "cash"))
            transactions.executeWithoutResult(_ -> facts.record(new Fact(
                    new FactId(Ids.next(TestTime.CLOCK)),
                    "market.charge-paid",
                    new UnitCode("19"),
                    TestTime.today(),
                    TestTime.now(),
                    UUID.randomUUID(),
                    Map.of("channel", channel, "kind", "RENT", "market", "cho-thu"),
                    1,
                    100_000,
                    Provenance.MEASURED,
                    false,
                    UUID.randomUUID(),
                    null)));
        rollUps.catchUp();
        Document tried = Visitor.parsed(office().submit("/indicators", fields));
        assertThat(tried.select("[role=status]").text()).contains("Hôm nay, Tỉnh Thái Nguyên", "75%");
        assertThat(indicators.find("test.tried")).as("nothing is kept").isEmpty();
        fields.put("formula", "count(market.charge-paid; channel=)");
        assertThat(office().submit("/indicators", fields).getStatus()).isEqualTo(422);

        fields.put("formula", FORMULA_OF_A_MARKET);
        fields.remove("act");
        Document kept = office().page(Visitor.next(office().submit("/indicators", fields)), 200);
        assertThat(kept.select(".notice").text()).contains("75% — mở");
        String figure = kept.select(".notice a").attr("href");
        assertThat(figure).startsWith("/figures/test.tried/19/");
        assertThat(office().page(figure, 200).select("h1, .big").text()).contains("75");
        assertThat(stranger().page("/indicators/test.tried", 200).text()).doesNotContain("Hôm nay");
    }

    @Test
    void a_formula_is_put_together_from_lists_and_seen_before_it_is_kept() throws Exception {
        var fields = fields("test.built");
        fields.remove("formula");
        fields.put("nameVi", "x");
        fields.put("shape", "SHARE");
        fields.put("act", "again");
        Document empty = Visitor.parsed(office().submit("/indicators", fields));
        assertThat(empty.select(".errors")).as("nothing is checked yet").isEmpty();
        assertThat(empty.select("[id=top.0.kind] option").eachText()).contains("Khoản tại chợ đã thu đủ");
        assertThat(empty.select("[id=bottom.0.kind]")).hasSize(1);

        fields.put("top.0.kind", "market.charge-paid");
        Document narrowing = Visitor.parsed(office().submit("/indicators", fields));
        assertThat(narrowing.select("[id=top.0.facet.channel] option").eachText())
                .contains("Tiền mặt", "Không tiền mặt");
        assertThat(narrowing.select("[id=top.0.measure] option").eachText())
                .contains("Số lượt", "Tổng số lượng")
                .doesNotContain("Hiện trạng sau cùng");
        fields.remove("act");
        fields.put("nameVi", "Tỷ lệ thử");
        var wrong = office().submit("/indicators", fields);
        assertThat(wrong.getStatus()).as("nothing to divide by").isEqualTo(422);
        assertThat(Visitor.parsed(wrong).select(".errors a").eachAttr("href")).containsExactly("#bottom.0.kind");

        fields.put("top.0.facet.channel", "cashless");
        fields.put("bottom.0.kind", "market.charge-paid");
        fields.put("bottom.0.measure", "COUNT");
        fields.put("act", "bottom-add");
        Document more = Visitor.parsed(office().submit("/indicators", fields));
        assertThat(more.select("[id=bottom.1.kind]")).hasSize(1);
        assertThat(more.select("#builder .say").text()).contains("100 ×", "Không tiền mặt", "÷");
        assertThat(more.select("#builder [role=status]").text()).contains("Hôm nay");
        assertThat(indicators.find("test.built")).isEmpty();

        fields.remove("act");
        Document kept = office().page(Visitor.next(office().submit("/indicators", fields)), 200);
        assertThat(kept.select("details code").text())
                .contains("100 * count(market.charge-paid; channel=cashless) / count(market.charge-paid)");
        Document edit = office().page("/indicators/test.built/edit", 200);
        assertThat(edit.select("#shape [selected]").val()).isEqualTo("SHARE");
        assertThat(edit.select("[id=top.0.facet.channel] [selected]").val()).isEqualTo("cashless");
        assertThat(edit.select("#builder [role=status]").text()).contains("Hôm nay");
        // what has another factor, or more than lists can say, stays code
        var code = fields("test.code");
        code.put("formula", "1000 * count(market.charge-paid) / count(market.charge-paid)");
        Visitor.next(office().submit("/indicators", code));
        assertThat(office().page("/indicators/test.code/edit", 200)
                        .select("#shape [selected]")
                        .val())
                .isEqualTo("CODE");
    }

    @Test
    void another_kind_of_facts_does_not_keep_a_value_that_it_does_not_know() throws Exception {
        var fields = fields("test.rebuilt");
        fields.remove("formula");
        fields.put("shape", "SUM");
        fields.put("top.0.kind", "market.charge-paid");
        fields.put("top.0.measure", "COUNT");
        fields.put("top.0.facet.channel", "cashless");
        fields.put("act", "again");
        assertThat(Visitor.parsed(office().submit("/indicators", fields))
                        .select("[id=top.0.facet.channel] [selected]")
                        .val())
                .isEqualTo("cashless");
        fields.put("top.0.kind", "market.payment-received");
        Document other = Visitor.parsed(office().submit("/indicators", fields));
        assertThat(other.select("[id=top.0.facet.channel] option").eachAttr("value"))
                .containsExactly("", "vietqr");
        assertThat(other.select("#builder details code, #builder .say").text()).doesNotContain("Không tiền mặt");
        fields.remove("act");
        Visitor.next(office().submit("/indicators", fields));
        assertThat(indicators.find("test.rebuilt").orElseThrow().formula()).isEqualTo("count(market.payment-received)");
        // a formula that was written so is shown as it is
        var written = fields("test.written");
        written.put("formula", "count(market.payment-received; channel=cashless)");
        Visitor.next(office().submit("/indicators", written));
        Document edit = office().page("/indicators/test.written/edit", 200);
        assertThat(edit.select("#shape [selected]").val()).isEqualTo("CODE");
        assertThat(edit.select("#formula").val()).isEqualTo(written.get("formula"));
    }

    @Test
    void every_kind_of_facts_has_words_in_both_languages() {
        assertThat(indicators.kinds()).isNotEmpty();
        for (var kind : indicators.kinds())
            for (var locale : java.util.List.of(Rendering.VIETNAMESE, java.util.Locale.ENGLISH))
                assertThat(Rendering.texts(locale).of("fact." + kind.code())).isNotBlank();
    }

    @Test
    void everything_wrong_is_told_at_its_field_and_nothing_typed_is_lost() throws Exception {
        var fields = fields("Không Phải Mã");
        fields.put("nameVi", "x");
        fields.put("nameEn", "");
        fields.put("formula", "count(nothing.known)");
        fields.put("reportedBy", "");
        fields.put("definitionVi", "<script>alert(1)</script>\u0000 giữ nguyên");
        var response = office().submit("/indicators", fields);
        assertThat(response.getStatus()).isEqualTo(422);
        Document page = Visitor.parsed(response);
        assertThat(page.select(".errors a").eachAttr("href"))
                .containsExactly("#code", "#nameVi", "#nameEn", "#formula");
        assertThat(page.select("#code").val()).isEqualTo("Không Phải Mã");
        assertThat(page.select("#definitionVi").text()).isEqualTo("<script>alert(1)</script> giữ nguyên");
        assertThat(page.select("main script")).isEmpty();

        fields.put("pillar", "SPACE");
        fields.put("sort", "-1");
        Document again = Visitor.parsed(office().submit("/indicators", fields));
        assertThat(again.select(".errors a").eachAttr("href")).contains("#pillar", "#sort");
        assertThat(again.select("details[open] #sort")).as("unfolded").hasSize(1);
        assertThat(page.select("details:not([open]) #sort")).hasSize(1);
    }

    @Test
    void a_definition_sent_twice_is_one_and_a_taken_code_is_told() throws Exception {
        var fields = fields("test.twice");
        assertThat(Visitor.next(office().submit("/indicators", fields))).isEqualTo("/indicators/test.twice");
        assertThat(Visitor.next(office().submit("/indicators", fields))).isEqualTo("/indicators/test.twice");
        fields.put("nameEn", "Another thing");
        var response = office().submit("/indicators", fields);
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(response).select(".errors a[href=#code]")).hasSize(1);
        assertThat(indicators.find("test.twice").orElseThrow().nameEn()).isEqualTo("Test of a form");
    }

    @Test
    void a_formula_is_told_in_words() throws Exception {
        var fields = fields("test.formula");
        fields.put("formula", "100 * count(market.charge-paid; channel=cash) / subjects(market.charge-paid)");
        Visitor.next(office().submit("/indicators", fields));
        assertThat(stranger().page("/indicators/test.formula", 200).text())
                .contains("số lượt “Khoản tại chợ đã thu đủ” với Kênh: Tiền mặt");
        assertThat(office().page("/indicators/test.formula/edit", 200)
                        .select(".say")
                        .text())
                .contains("100 × số lượt");
    }

    @Test
    void whoever_changes_an_older_version_is_told_and_loses_nothing() throws Exception {
        var fields = fields("test.stale");
        Visitor.next(office().submit("/indicators", fields));
        Document form = office().page("/indicators/test.stale/edit", 200);
        String version = form.select("input[name=version]").val();
        fields.put("version", version);
        fields.put("nameEn", "Changed first");
        Visitor.next(office().submit("/indicators/test.stale", fields));
        fields.put("nameEn", "Changed second");
        var response = office().submit("/indicators/test.stale", fields);
        assertThat(response.getStatus()).isEqualTo(409);
        Document page = Visitor.parsed(response);
        assertThat(page.select("#nameEn").val()).isEqualTo("Changed second");
        assertThat(indicators.find("test.stale").orElseThrow().nameEn()).isEqualTo("Changed first");
        fields.put("version", page.select("input[name=version]").val());
        Visitor.next(office().submit("/indicators/test.stale", fields));
        assertThat(indicators.find("test.stale").orElseThrow().nameEn()).isEqualTo("Changed second");
    }

    @Test
    void an_indicator_no_longer_measured_leaves_the_public_list_but_stays_readable() throws Exception {
        var fields = fields("test.inactive");
        fields.remove("active");
        Visitor.next(office().submit("/indicators", fields));
        assertThat(stranger().page("/indicators", 200).select("a[href=/indicators/test.inactive]"))
                .isEmpty();
        assertThat(office().page("/indicators", 200).select("a[href=/indicators/test.inactive]"))
                .hasSize(1);
        assertThat(stranger().page("/indicators/test.inactive", 200).select(".notice"))
                .hasSize(1);
    }

    private static Map<String, String> fields(String code) {
        var fields = new HashMap<String, String>();
        fields.put("code", code);
        fields.put("nameVi", "Thử một biểu mẫu");
        fields.put("nameEn", "Test of a form");
        fields.put("pillar", "SOCIETY");
        fields.put("measure", "percent");
        fields.put("direction", "UP");
        fields.put("aggregation", "RATIO");
        fields.put("overTime", "LAST");
        fields.put("frequency", "MONTH");
        fields.put("reportedBy", "AGENCY");
        fields.put("definitionVi", "");
        fields.put("definitionEn", "");
        fields.put("legalBasis", "");
        fields.put("formula", "");
        fields.put("sort", "9000");
        fields.put("active", "true");
        return fields;
    }
}
