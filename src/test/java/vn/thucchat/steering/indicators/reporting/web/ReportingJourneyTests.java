package vn.thucchat.steering.indicators.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.thucchat.testing.OwnForm.ownForm;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

/** A report's whole way through the front door: written, returned, corrected, accepted, published, corrected again. */
@ApplicationTest
class ReportingJourneyTests {

    private static final Actor REVIEWER = Persons.a(SteeringRoles.REVIEWER, "19");
    private static final String FIBRE = "household-fibre";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RollUps rollUps;

    @Test
    void a_report_is_returned_corrected_accepted_and_published_and_a_correction_makes_another_revision()
            throws Exception {
        String ward = "05491";
        Actor officer = Persons.a(SteeringRoles.REPORTER, ward);
        Document list = html(officer, "/reporting");
        assertThat(list.select("select[name=unit] option").eachAttr("value"))
                .as("chosen, not typed")
                .contains(ward);
        assertThat(list.select("select[name=period] option").eachText()).contains("6 tháng đầu năm 2022");
        String page = begin(officer, ward, "2022S1");
        assertThat(html(officer, page)
                        .select("label[for='numerator." + FIBRE + "'], label[for='denominator." + FIBRE + "']")
                        .eachText())
                .containsExactly("Số hộ gia đình có đường truyền cáp quang băng rộng (tử số)", "Tổng số hộ (mẫu số)");
        write(officer, page, Map.of("numerator." + FIBRE, "1.200", "denominator." + FIBRE, "2000"), "submit", 303);
        act(REVIEWER, page + "/return", Map.of("reason", "Số hộ chưa khớp biểu 02"), 303);
        Document returned = html(officer, page);
        assertThat(returned.select(".notice.warned").text()).contains("Số hộ chưa khớp biểu 02");
        assertThat(Objects.requireNonNull(returned.getElementById("numerator." + FIBRE))
                        .val())
                .isEqualTo("1200");
        assertThat(html(officer, "/reporting").select("#returned").text()).contains("Bị trả lại");

        write(officer, page, Map.of("numerator." + FIBRE, "1300", "denominator." + FIBRE, "2.000"), "submit", 303);
        act(REVIEWER, page + "/accept", Map.of(), 303);
        assertThat(facts(ward)).isEqualTo(2);
        assertThat(published(ward, "")).isEqualTo(404);
        publish(ward);
        assertThat(figure(ward, "")).contains("\"revision\":1", "\"value\":65");
        var reader = new Visitor(mvc, Actor.STRANGER);
        String source = reader.page("/figures/" + FIBRE + "/" + ward + "/2022S1", 200)
                .select("a[href^=/statements/]")
                .attr("href");
        assertThat(reader.page(source, 200).select("main").text())
                .as("why the promised document cannot be opened")
                .contains("Vì sao, theo đơn vị báo cáo: Văn bản còn chờ ký.");
        jdbc.sql("UPDATE indicators.submission SET note_told = false WHERE unit = :unit")
                .param("unit", ward)
                .update();
        assertThat(reader.page(source, 200).select("main").text())
                .as("a note that was written to the reviewer alone")
                .doesNotContain("Văn bản còn chờ ký.");

        String again = begin(officer, ward, "2022S1");
        assertThat(again).isNotEqualTo(page);
        Document correcting = html(officer, again);
        assertThat(correcting.select(".ref").text()).contains("1.300/2.000");
        assertThat(correcting.select("script[src^=/share]")).hasSize(1);
        assertThat(correcting.select("[data-share=%] input")).isNotEmpty();
        write(officer, again, Map.of("numerator." + FIBRE, "1400", "denominator." + FIBRE, "2000"), "submit", 303);
        act(REVIEWER, again + "/accept", Map.of(), 303);
        String later =
                html(REVIEWER, source).select(".notice a[href^=/statements/]").attr("href");
        assertThat(later).as("the premise: the correction is accepted").isNotEmpty();
        assertThat(reader.page(source, 200).select(".notice a[href^=/statements/]"))
                .as("and not published")
                .isEmpty();
        reader.page(later, 404);
        var demonstration = new Visitor(mvc, Persons.synthetic(SteeringRoles.REVIEWER, "19"));
        demonstration.page(later, 404);
        assertThat(demonstration
                        .page("/figures/" + FIBRE + "/" + ward + "/2022S1", 200)
                        .select("p.big")
                        .text())
                .isEqualTo("65%");
        publish(ward);
        assertThat(reader.page(source, 200)
                        .select(".notice a[href^=/statements/]")
                        .attr("href"))
                .isEqualTo(later);
        reader.page(later, 200);
        assertThat(figure(ward, "")).contains("\"revision\":2", "\"value\":70");
        assertThat(figure(ward, "?revision=1")).contains("\"revision\":1", "\"value\":65");

        assertThat(facts(ward))
                .as("each number again, naming the one it corrects")
                .isEqualTo(4);
        rollUps.catchUp();
        assertThat(jdbc.sql("""
                        SELECT sum(f.amount) FROM facts.fact f
                        WHERE f.unit = :unit AND f.kind = 'indicators.stated' AND f.facets->>'part' = 'numerator'
                            AND NOT EXISTS (SELECT FROM facts.fact n WHERE n.unit = f.unit AND n.corrects = f.id)
                        """).param("unit", ward).query(Long.class).single())
                .as("what is in force in the log is what the figure says")
                .isEqualTo(1_400_000_000L);
        assertThat(jdbc.sql("SELECT count(*) FROM rollups.roll_up WHERE kind = 'indicators.stated'")
                        .query(Long.class)
                        .single())
                .as("receipts are not summed")
                .isZero();
    }

    @Test
    void a_form_that_is_sent_twice_counts_once() throws Exception {
        Actor officer = Persons.a(SteeringRoles.REPORTER, "05446");
        String page = begin(officer, "05446", "2022S1");
        var bare = Map.of("version", "1", "title", "Báo cáo", "value.community-teams", "12", "act", "submit");
        var refused = send(officer, multipart(page), bare);
        assertThat(refused.getStatus())
                .as("neither a file nor why there is none")
                .isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("Chưa đính kèm văn bản");
        var typed = new java.util.HashMap<>(bare);
        typed.put("note", "Văn bản còn chờ ký.");
        assertThat(send(officer, multipart(page), typed).getStatus()).isEqualTo(303);
        assertThat(send(officer, multipart(page), typed).getStatus()).isEqualTo(303);
        assertThat(jdbc.sql("SELECT count(*) FROM indicators.statement WHERE unit = '05446' AND period = '2022S1'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        var accept = Map.of("version", version(REVIEWER, page));
        assertThat(send(REVIEWER, post(page + "/accept"), accept).getStatus()).isEqualTo(303);
        assertThat(send(REVIEWER, post(page + "/accept"), accept).getStatus()).isEqualTo(303);
        Actor other = Persons.a(SteeringRoles.REVIEWER, "05446");
        var late = send(
                other, post(page + "/return"), Map.of("version", accept.get("version"), "reason", "Chưa đúng biểu"));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(late.getContentAsString()).select("main").text())
                .contains(REVIEWER.name(), "Chấp nhận", "Chưa đúng biểu");
    }

    @Test
    void what_was_typed_is_kept_and_every_fault_is_told_at_its_field() throws Exception {
        Actor officer = Persons.a(SteeringRoles.REPORTER, "05449");
        String page = begin(officer, "05449", "2022S1");
        var answer = send(
                officer,
                multipart(page),
                Map.ofEntries(
                        Map.entry("version", "1"),
                        Map.entry("act", "submit"),
                        Map.entry("numerator." + FIBRE, "300"),
                        Map.entry("denominator." + FIBRE, "-200"),
                        Map.entry("numerator.adult-smartphone", "300"),
                        Map.entry("denominator.adult-smartphone", "200"),
                        Map.entry("value.community-teams", "mười hai"),
                        Map.entry("value.community-team-members", "5"),
                        Map.entry("asOf.community-team-members", "2999-01-01"),
                        Map.entry("issuedOn", "31/02/2022"),
                        Map.entry("number", "x".repeat(101))));
        assertThat(answer.getStatus()).isEqualTo(422);
        Document html = Jsoup.parse(answer.getContentAsString());
        assertThat(html.select(".errors a").eachAttr("href"))
                .contains(
                        "#denominator." + FIBRE,
                        "#numerator.adult-smartphone",
                        "#value.community-teams",
                        "#asOf.community-team-members",
                        "#issuedOn",
                        "#number",
                        "#title");
        for (var link : html.select(".errors a"))
            assertThat(html.getElementById(link.attr("href").substring(1)))
                    .as(link.attr("href"))
                    .isNotNull();
        assertThat(Objects.requireNonNull(html.getElementById("value.community-teams"))
                        .val())
                .isEqualTo("mười hai");
        assertThat(jdbc.sql("SELECT count(*) FROM indicators.statement WHERE unit = '05449' AND period = '2022S1'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(html(officer, page).text()).doesNotContain("mười hai");
    }

    @Test
    void a_stale_form_shows_what_is_stored_beside_what_was_typed() throws Exception {
        Actor officer = Persons.a(SteeringRoles.REPORTER, "05452");
        String page = begin(officer, "05452", "2022S1");
        write(officer, page, Map.of("value.community-teams", "12"), "save", 303);
        var stale = send(
                officer, multipart(page), Map.of("version", "1", "title", "Báo cáo", "value.community-teams", "13"));
        assertThat(stale.getStatus()).isEqualTo(409);
        Document html = Jsoup.parse(stale.getContentAsString());
        assertThat(Objects.requireNonNull(html.getElementById("value.community-teams"))
                        .val())
                .isEqualTo("13");
        assertThat(html.select("fieldset .notice").text()).contains("Đang lưu", "12");
    }

    @Test
    void whoever_has_no_business_there_changes_nothing() throws Exception {
        Actor officer = Persons.a(SteeringRoles.REPORTER, "05455");
        Actor neighbour = Persons.a(SteeringRoles.REPORTER, "05458");
        String page = begin(officer, "05455", "2022S1");
        assertThat(status(neighbour, page)).isEqualTo(404);
        assertThat(send(neighbour, multipart(page), Map.of("version", "1")).getStatus())
                .isEqualTo(404);
        assertThat(send(neighbour, post("/reporting"), Map.of("unit", "05455", "period", "2022S1"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(send(neighbour, post("/reporting"), Map.of("unit", "99999", "period", "2022S9"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(status(Persons.a(Roles.LEADER, "19"), page)).isEqualTo(200);
        assertThat(send(Persons.a(SteeringRoles.REVIEWER, "05458"), post(page + "/accept"), Map.of("version", "1"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(mvc.perform(post("/figures/publish")
                                .param("unit", "05455")
                                .param("period", "2022S1")
                                .with(ownForm())
                                .with(Persons.as(Persons.a(SteeringRoles.REVIEWER, "05458"))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void twenty_who_publish_at_once_make_one_revision() throws Exception {
        String ward = "05461";
        Actor officer = Persons.a(SteeringRoles.REPORTER, ward);
        String page = begin(officer, ward, "2022S1");
        write(officer, page, Map.of("numerator." + FIBRE, "1", "denominator." + FIBRE, "2"), "submit", 303);
        act(REVIEWER, page + "/accept", Map.of(), 303);
        var start = new CountDownLatch(1);
        var statuses = new ConcurrentLinkedQueue<Integer>();
        try (var pool = Executors.newFixedThreadPool(20)) {
            Callable<Boolean> publishing = () -> {
                start.await();
                return statuses.add(send(REVIEWER, post("/figures/publish"), Map.of("unit", ward, "period", "2022S1"))
                        .getStatus());
            };
            var all = IntStream.range(0, 20)
                    .mapToObj(i -> pool.submit(publishing))
                    .toList();
            start.countDown();
            for (var each : all) each.get();
        }
        assertThat(statuses).hasSize(20).containsOnly(303);
        assertThat(jdbc.sql("SELECT max(revision) || '/' || count(*) FROM indicators.figure WHERE unit = :unit")
                        .param("unit", ward)
                        .query(String.class)
                        .single())
                .isEqualTo("1/1");
    }

    private String begin(Actor officer, String unit, String period) throws Exception {
        var answer = send(officer, post("/reporting"), Map.of("unit", unit, "period", period));
        assertThat(answer.getStatus()).isEqualTo(303);
        return Objects.requireNonNull(answer.getRedirectedUrl());
    }

    private void write(Actor officer, String page, Map<String, String> typed, String act, int status) throws Exception {
        var all = new java.util.HashMap<>(typed);
        all.put("version", version(officer, page));
        all.put("title", "Báo cáo 6 tháng");
        all.put("note", "Văn bản còn chờ ký.");
        all.put("act", act);
        assertThat(send(officer, multipart(page), all).getStatus()).isEqualTo(status);
    }

    private void act(Actor actor, String address, Map<String, String> typed, int status) throws Exception {
        var all = new java.util.HashMap<>(typed);
        all.put("version", version(actor, address.substring(0, address.lastIndexOf('/'))));
        assertThat(send(actor, post(address), all).getStatus()).isEqualTo(status);
    }

    private void publish(String unit) throws Exception {
        Document before = html(REVIEWER, "/figures/publish?unit=" + unit + "&period=2022S1");
        assertThat(before.select("tbody tr")).hasSize(1);
        assertThat(send(REVIEWER, post("/figures/publish"), Map.of("unit", unit, "period", "2022S1"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(html(REVIEWER, "/figures/publish?unit=" + unit + "&period=2022S1")
                        .select("tbody tr"))
                .isEmpty();
    }

    private String version(Actor actor, String page) throws Exception {
        return Objects.requireNonNull(html(actor, page).selectFirst("input[name=version]"))
                .val();
    }

    private MockHttpServletResponse send(
            Actor actor, AbstractMockHttpServletRequestBuilder<?> request, Map<String, String> fields)
            throws Exception {
        fields.forEach(request::param);
        return mvc.perform(request.with(ownForm()).with(Persons.as(actor)).locale(Locale.of("vi")))
                .andReturn()
                .getResponse();
    }

    private int status(Actor actor, String address) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(address).with(Persons.as(actor)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private Document html(Actor actor, String address) throws Exception {
        var answer = mvc.perform(MockMvcRequestBuilders.get(java.net.URI.create(address))
                        .with(Persons.as(actor))
                        .locale(Locale.of("vi")))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private long facts(String unit) {
        return jdbc.sql("SELECT count(*) FROM facts.fact WHERE unit = :unit AND kind <> 'work.done'")
                .param("unit", unit)
                .query(Long.class)
                .single();
    }

    private int published(String unit, String query) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(
                        java.net.URI.create("/api/v1/figures/" + FIBRE + "/" + unit + "/2022S1" + query)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String figure(String unit, String query) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(
                        java.net.URI.create("/api/v1/figures/" + FIBRE + "/" + unit + "/2022S1" + query)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
