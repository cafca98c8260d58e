package vn.thucchat.steering.indicators.explorer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.testing.DemonstrationTest;
import vn.thucchat.testing.Visitor;

/** What a reader sees of one figure on a map, through time, among the units and as a picture to take away. */
@DemonstrationTest
class ExplorerPageTests {

    private static final String FIGURE = "/figures/household-fibre/19/2022S1";

    @Autowired
    MockMvc mvc;

    @Test
    void a_figure_of_a_province_opens_on_the_map_of_its_communes_with_their_values() throws Exception {
        Document page = page(FIGURE);
        assertThat(page.select(".tabs [aria-current]").text()).isEqualTo("Bản đồ");
        var shapes = page.select("svg.map [data-unit]");
        assertThat(shapes).hasSizeGreaterThan(170);
        assertThat(shapes.eachAttr("data-unit")).doesNotHaveDuplicates();
        assertThat(page.select("svg.map a")).allSatisfy(place -> {
            assertThat(place.attr("href"))
                    .startsWith("/figures/household-fibre/")
                    .contains("/2022S1");
            assertThat(place.select("title").text()).matches(".+: ([\\d,.]+%.*|chưa có số liệu)");
        });
        int coloured = page.select(".key small").eachText().stream()
                .mapToInt(count -> Integer.parseInt(count.replace(".", "")))
                .sum();
        assertThat(coloured).as("the legend counts every unit").isEqualTo(shapes.size());
        assertThat(page.select("#explorer").text()).contains("không phải địa giới pháp lý");
    }

    @Test
    void a_darker_colour_is_never_a_smaller_value() throws Exception {
        Document page = page(FIGURE);
        double last = -1;
        for (int step = 1; step <= 5; step++) {
            var values = page.select("svg.map g.q" + step + " title").eachText().stream()
                    .map(ExplorerPageTests::percent)
                    .sorted()
                    .toList();
            assertThat(values).as("premise").isNotEmpty();
            assertThat(values.getFirst()).isGreaterThanOrEqualTo(last);
            last = values.getLast();
        }
    }

    @Test
    void by_path_red_is_only_who_is_behind_and_not_everybody() throws Exception {
        Document page = page(FIGURE + "?colour=path");
        var behind = page.select("svg.map g.p-behind title").eachText();
        assertThat(behind).isNotEmpty().allMatch(told -> told.contains("Chậm"));
        assertThat(page.select("svg.map g.p-on title, svg.map g.p-ahead title").eachText())
                .isNotEmpty()
                .noneMatch(told -> told.contains("Chậm"));
    }

    @Test
    void districts_are_shown_while_there_were_any_and_one_of_them_can_be_looked_into() throws Exception {
        assertThat(page(FIGURE + "?level=district").select("svg.map [data-unit]"))
                .hasSize(9);
        Document all = page(FIGURE);
        String district =
                Objects.requireNonNull(all.select("form.within option").get(1)).attr("value");
        var inside = page(FIGURE + "?within=" + district).select("svg.map [data-unit]");
        assertThat(inside).hasSizeBetween(5, 40);
        Document later = page(FIGURE + "?boundaries=2025-07-01");
        assertThat(later.select("svg.map [data-unit]")).hasSize(92);
        assertThat(later.select("form.within"))
                .as("there are no districts since")
                .isEmpty();
    }

    @Test
    void a_commune_is_found_among_all_and_marked() throws Exception {
        Document page = page("/figures/household-fibre/05443/2022S1");
        assertThat(page.select("svg.map [data-unit]")).hasSizeGreaterThan(170);
        assertThat(page.select("svg.map path.own")).hasSize(1);
        assertThat(page.select("svg.map text.name").eachText()).contains("Trưng Vương");
        Document units = page("/figures/household-fibre/05443/2022S1?view=units");
        assertThat(units.select("svg.ranks rect.own").eachAttr("data-unit")).containsExactly("05443");
    }

    @Test
    void switching_keeps_what_was_chosen() throws Exception {
        Document page = page(FIGURE + "?view=units&level=district&compare=05437&sort=name");
        for (Element tab : page.select(".tabs a"))
            assertThat(tab.attr("href")).contains("level=district", "compare=05437", "sort=name", "view=");
        for (Element period : page.select(".slide a"))
            assertThat(period.attr("href")).contains("view=units", "level=district", "#explorer");
        for (Element tab : page.select(".tabs a")) page(tab.attr("href").replace("#explorer", ""));
    }

    @Test
    void units_are_listed_on_one_scale_in_the_order_of_their_values_with_a_page_of_fifty() throws Exception {
        Document page = page(FIGURE + "?view=units");
        var values = page.select(".bars-of b").eachText().stream()
                .map(ExplorerPageTests::percent)
                .toList();
        assertThat(values).hasSize(50).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(page.select("#explorer a[href*=after=50]")).hasSize(1);
        Document next = page(FIGURE + "?view=units&after=50");
        assertThat(percent(next.select(".bars-of b").getFirst().text())).isLessThanOrEqualTo(values.getLast());
        assertThat(page(FIGURE + "?view=units&name=trung%20thanh").select(".bars-of li"))
                .hasSizeBetween(1, 5);
    }

    @Test
    void a_leader_asks_for_an_explanation_from_the_row_and_nobody_else_is_offered_it() throws Exception {
        for (String view : List.of("units", "table")) {
            String path = FIGURE + "?sort=variance&view=" + view;
            assertThat(page(path).select("a[href^=/explanations/]")).isEmpty();
            Document page = new Visitor(mvc, Persons.a(Roles.LEADER, "19")).page(path, 200);
            String ask = page.select("a[href^=/explanations/new]").getFirst().attr("href");
            assertThat(ask).contains("indicator=household-fibre", "period=2022S1");
            new Visitor(mvc, Persons.a(Roles.LEADER, "19")).page(ask, 200);
        }
    }

    @Test
    void through_time_other_units_run_beside_the_figure_and_can_be_put_away() throws Exception {
        Document page = page("/figures/household-fibre/05443/2022S1?view=time&compare=05437,05440");
        assertThat(page.select("svg.trend path.other1, svg.trend path.other2")).hasSize(2);
        assertThat(page.select("svg.trend path.before")).hasSize(1);
        assertThat(page.select(".legend").text()).contains("Phường Túc Duyên", "Cùng kỳ năm trước");
        assertThat(page.select(".chip").getFirst().attr("href"))
                .contains("compare=05440")
                .doesNotContain("05437");
        assertThat(page(FIGURE + "?view=time").select("svg.trend circle.single.due"))
                .as("where the path should be")
                .hasSize(1);
    }

    @Test
    void a_revised_value_says_so_on_the_line() throws Exception {
        Document page = page(FIGURE + "?view=time");
        assertThat(page.select("svg.trend circle.revised")).isNotEmpty();
        assertThat(page.select("svg.trend title").eachText()).anyMatch(told -> told.contains("sửa lần 2"));
    }

    @Test
    void columns_of_a_measured_figure_are_as_wide_as_asked_for() throws Exception {
        String dossiers = "/figures/demonstration-dossiers/19/2022S1?view=time";
        int weeks = page(dossiers).select("svg.columns rect").size();
        assertThat(page(dossiers + "&every=month").select("svg.columns rect")).hasSize(6);
        assertThat(page(dossiers + "&every=day").select("svg.columns rect").size())
                .isGreaterThan(weeks * 5);
    }

    @Test
    void a_measured_figure_shows_its_hours_of_the_day_as_picture_and_table() throws Exception {
        String dossiers = "/figures/demonstration-dossiers/19/2022S1?view=time";
        assertThat(page(dossiers).select("a[href*=every=hour]")).hasSize(1);
        Document hours = page(dossiers + "&every=hour");
        assertThat(hours.select("svg.columns rect")).hasSize(24);
        assertThat(hours.select("[aria-label='Số ngày gần nhất'] [aria-current]")
                        .text())
                .isEqualTo("30 ngày");
        assertThat(hours.select("table.hours tbody tr")).isNotEmpty();
        assertThat(hours.text()).contains("Nhiều nhất:", "từ 1/6/2022 đến 30/6/2022");
        Document week = page(dossiers + "&every=hour&last=7");
        assertThat(week.text()).contains("từ 24/6/2022 đến 30/6/2022");
        assertThat(week.select("a[href*=last=30]").attr("href")).contains("every=hour");
    }

    @Test
    void hours_of_restricted_acts_are_rounded_shares_to_strangers_and_amounts_to_whoever_may_open_the_acts()
            throws Exception {
        String value = "/figures/market-4.0-value/19/2022S1?view=time&every=hour";
        Document told = page(value);
        assertThat(told.select("table.hours tbody tr")).as("premise").isNotEmpty();
        assertThat(told.select("table.hours thead th")).hasSize(2);
        assertThat(told.select("table.hours tbody td").eachText())
                .allSatisfy(share -> assertThat(share).matches("\\d+%"));
        assertThat(told.select("svg.columns title").eachText())
                .allSatisfy(title -> assertThat(title).matches(".+: \\d+%"));
        assertThat(told.select("svg.columns text[x=0]").eachText()).isNotEmpty().allMatch(tick -> tick.endsWith("%"));
        assertThat(told.select("#explorer").text()).contains("phần trăm làm tròn");
        Document all = new Visitor(mvc, Persons.a(Roles.AUDITOR, "19")).page(value, 200);
        assertThat(all.select("table.hours thead th")).hasSize(3);
        assertThat(all.select("svg.columns title").eachText())
                .anySatisfy(title -> assertThat(title).doesNotEndWith("%"));
        assertThat(all.select("svg.columns text[x=0]").eachText()).noneMatch(tick -> tick.endsWith("%"));
    }

    @Test
    void other_boundaries_have_no_line_and_say_why() throws Exception {
        Document page = page(FIGURE + "?boundaries=2025-07-01&view=time");
        assertThat(page.select("svg.trend")).isEmpty();
        assertThat(page.select("#explorer").text()).contains("địa giới của từng kỳ");
    }

    @Test
    void pictures_are_documents_of_their_own_with_title_source_and_address() throws Exception {
        for (String view : List.of("map", "time", "units")) {
            MockHttpServletResponse answer = open(FIGURE + "/" + view + ".svg");
            assertThat(answer.getStatus()).as(view).isEqualTo(200);
            assertThat(answer.getContentType()).startsWith("image/svg+xml");
            var document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(answer.getContentAsByteArray()));
            assertThat(document.getDocumentElement().getAttribute("viewBox")).startsWith("0 0 900");
            assertThat(document.getDocumentElement().getTextContent())
                    .contains("cáp quang", "Tỉnh Thái Nguyên · 6 tháng đầu năm 2022", "Nguồn: ", FIGURE, "minh họa");
            assertThat(answer.getHeader("Content-Security-Policy")).contains("default-src 'none'");
        }
        assertThat(open(FIGURE + "/map.svg").getContentAsByteArray().length).isLessThan(60_000);
        MockHttpServletResponse png = open(FIGURE + "/map.png");
        assertThat(png.getContentType()).startsWith("image/png");
        var image = ImageIO.read(new ByteArrayInputStream(png.getContentAsByteArray()));
        assertThat(image.getWidth()).isEqualTo(1800);
        assertThat(image.getHeight()).isGreaterThan(1000);
    }

    @Test
    void a_picture_of_hours_shows_hours_and_the_page_folds_the_line_through_periods() throws Exception {
        String dossiers = "/figures/demonstration-dossiers/19/2022S1";
        Document page = page(dossiers + "?view=time&every=hour");
        assertThat(page.select("details svg.trend")).hasSize(1);
        assertThat(page(dossiers + "?view=time").select("details svg.trend")).isEmpty();
        String picture = page.select(".tools a[href*=time.svg]").attr("href");
        assertThat(picture).contains("every=hour");
        Document drawn = Jsoup.parse(open(picture).getContentAsString(), Parser.xmlParser());
        assertThat(drawn.select("svg.columns rect")).hasSize(24);
        assertThat(drawn.select("svg.trend")).isEmpty();
        assertThat(drawn.text()).contains("Theo giờ trong ngày, từ 1/6/2022 đến 30/6/2022", "Nhiều nhất:");
        assertThat(Jsoup.parse(open(dossiers + "/time.svg?every=month").getContentAsString(), Parser.xmlParser())
                        .select("svg.columns rect"))
                .hasSize(6);
        assertThat(open(dossiers + "/time.svg").getContentAsString()).contains("class=\"trend\"");
        assertThat(page("/embed" + dossiers + "?view=time&every=hour").select("svg.columns rect"))
                .hasSize(24);
    }

    @Test
    void columns_say_what_they_leave_out_in_pictures_and_frames_too() throws Exception {
        for (String figure :
                List.of("/figures/market-4.0-value/19/2022S1", "/figures/market-4.0-stalls-with-qr/19/2022S1"))
            for (String every : List.of("hour", "day")) {
                String query = "?view=time&every=" + every;
                String said = page(figure + query).select("#explorer p.quiet").eachText().stream()
                        .filter(text -> text.startsWith("Chỉ "))
                        .findFirst()
                        .orElse("");
                if (said.isEmpty()) continue;
                assertThat(page("/embed" + figure + query).select("p.quiet").eachText())
                        .contains(said);
                Document picture =
                        Jsoup.parse(open(figure + "/time.svg?every=" + every).getContentAsString(), Parser.xmlParser());
                Element drawing = Objects.requireNonNull(picture.selectFirst("svg"));
                var lines = drawing.children().stream()
                        .filter(child -> child.nameIs("text"))
                        .toList();
                assertThat(lines.stream().map(Element::text).collect(Collectors.joining(" ")))
                        .contains(said);
                double tall = Double.parseDouble(drawing.attr("height"));
                assertThat(lines).allSatisfy(line -> {
                    assertThat(line.text()).hasSizeLessThan(120);
                    assertThat(Double.parseDouble(line.attr("y"))).isLessThan(tall);
                });
                assertThat(lines.stream().map(line -> line.attr("y")))
                        .as("no two on one line")
                        .doesNotHaveDuplicates();
            }
        assertThat(open("/figures/market-4.0-value/19/2022S1/time.svg?every=hour")
                        .getContentAsString())
                .as("premise")
                .contains("Chỉ tính những giờ");
    }

    @Test
    void a_picture_is_offered_where_a_stranger_would_see_one() throws Exception {
        int hidden = 0;
        for (String figure :
                List.of(FIGURE, "/figures/household-fibre/19/2026S2", "/figures/household-fibre/05443/2026S2"))
            for (String view : List.of("map", "time", "units", "table"))
                for (Actor reader : List.of(Actor.STRANGER, Persons.a(Roles.LEADER, "19"))) {
                    Document page = new Visitor(mvc, reader).page(figure + "?view=" + view, 200);
                    String offered = page.select(".tools a[href*=.svg]").attr("href");
                    boolean there = !view.equals("table")
                            && open(figure + "/" + view + ".svg").getStatus() == 200;
                    assertThat(!offered.isEmpty())
                            .as(reader.name() + " " + figure + " " + view)
                            .isEqualTo(there);
                    if (there) assertThat(open(offered).getStatus()).isEqualTo(200);
                    else if (!page.select("svg.trend, svg.ranks").isEmpty()) hidden++;
                }
        assertThat(hidden).as("premise: an official sees more").isPositive();
    }

    @Test
    void a_picture_shows_what_a_stranger_sees_whoever_asks() throws Exception {
        String running = "/figures/household-fibre/19/2026S2/map.svg";
        String stranger = open(running).getContentAsString();
        String leader =
                new Visitor(mvc, Persons.a(Roles.LEADER, "19")).open(running).getContentAsString();
        assertThat(values(leader)).isEqualTo(values(stranger));
    }

    @Test
    void there_is_no_picture_where_there_is_nothing_to_draw() throws Exception {
        assertThat(open("/figures/household-fibre/19/1999/time.svg").getStatus())
                .isEqualTo(404);
        assertThat(open("/figures/e-commerce-retail-share/VN/2022S1/map.png").getStatus())
                .isEqualTo(404);
    }

    @Test
    void other_sites_may_frame_the_view_made_for_them_and_nothing_else() throws Exception {
        MockHttpServletResponse framed = open("/embed" + FIGURE + "?view=map");
        assertThat(framed.getHeader("Content-Security-Policy")).contains("frame-ancestors *", "form-action 'none'");
        assertThat(framed.getHeader("X-Frame-Options")).isNull();
        Document page = Visitor.parsed(framed);
        assertThat(page.select("form, script")).isEmpty();
        assertThat(page.select("svg.map [data-unit]")).hasSizeGreaterThan(170);
        assertThat(page.select("a[target=_blank]").attr("href")).endsWith(FIGURE);
        MockHttpServletResponse other = open(FIGURE);
        assertThat(other.getHeader("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(other.getHeader("X-Frame-Options")).isEqualTo("DENY");
        for (String view : List.of("time", "units", "table"))
            assertThat(open("/embed" + FIGURE + "?view=" + view).getStatus()).isEqualTo(200);
    }

    @Test
    void what_to_cite_and_to_embed_names_this_view() throws Exception {
        Document page = page(FIGURE + "?view=units&level=district");
        assertThat(page.select(".tools").text()).contains("Thực Chất, http").contains("bản ");
        assertThat(page.select(".tools textarea").text())
                .startsWith("<iframe src=\"http")
                .contains("/embed" + FIGURE + "?view=units&amp;level=district");
    }

    @Test
    void a_measured_figure_tells_what_it_comes_to_now() throws Exception {
        Document page = page("/figures/market-4.0-stalls-with-qr/19/2026S2");
        assertThat(page.select("[data-pulse]")).as("premise: it runs").hasSize(1);
        String now = page.select("#explorer").attr("data-live");
        MockHttpServletResponse answer = open(now);
        assertThat(answer.getContentAsString())
                .contains("\"value\":\"" + page.select("p.big").text().replace(" ", ""))
                .contains("\"updated\":\"20");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(open(FIGURE + "/now").getStatus())
                .as("what is stated does not run")
                .isEqualTo(404);
    }

    @Test
    void addresses_of_comparisons_lead_to_the_table() throws Exception {
        MockHttpServletResponse moved =
                open("/compare/household-fibre?unit=19&period=2022S1&level=district&sort=name&missing=true");
        assertThat(moved.getStatus()).isEqualTo(301);
        String to = moved.getHeader("Location");
        assertThat(to).startsWith(FIGURE + "?").contains("view=table", "level=district", "sort=name", "missing=true");
        assertThat(page(Objects.requireNonNull(to).replace("#explorer", "")).select("table.rank tbody tr"))
                .hasSize(9);
    }

    @Test
    void the_first_page_opens_one_figure_as_it_runs_and_one_on_the_map() throws Exception {
        Document page = page("/");
        String value = page.select("[data-live-value]").text();
        assertThat(value).matches("[\\d.]+( đồng)?");
        String now = page.select("[data-pulse]").attr("data-live");
        assertThat(open(now).getContentAsString()).contains("\"value\":\"" + value.replace(' ', '\u00a0'));
        for (Element link : page.select(".hero .chips a[href^=/figures/]"))
            page(link.attr("href").replaceFirst("#.*", ""));
        assertThat(page.select("#explorer svg.map [data-unit]")).hasSizeGreaterThan(90);
        assertThat(page.select(".numbers").getFirst().select("li")).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "view=globe",
                "level=village",
                "level=agency",
                "colour=red",
                "view=table&sort=x",
                "view=time&every=decade",
                "view=time&every=hour&last=90",
                "compare=%3Cscript%3E",
                "within=x",
                "within=05443",
                "within=19"
            })
    void what_cannot_be_meant_is_told(String query) throws Exception {
        assertThat(new Visitor(mvc, Actor.STRANGER)
                        .page(FIGURE + "?" + query, 400)
                        .text())
                .isNotEmpty();
    }

    private Document page(String path) throws Exception {
        return new Visitor(mvc, Actor.STRANGER).page(path, 200);
    }

    private MockHttpServletResponse open(String path) throws Exception {
        return new Visitor(mvc, Actor.STRANGER).open(path);
    }

    private static List<String> values(String svg) {
        return org.jsoup.Jsoup.parse(svg).select("svg title").eachText();
    }

    /** {@code Phường Túc Duyên: 45,9% · Chậm…} */
    private static double percent(String told) {
        var matcher = java.util.regex.Pattern.compile("([\\d.,]+)%").matcher(told);
        assertThat(matcher.find()).as(told).isTrue();
        return new BigDecimal(matcher.group(1).replace(".", "").replace(',', '.')).doubleValue();
    }
}
