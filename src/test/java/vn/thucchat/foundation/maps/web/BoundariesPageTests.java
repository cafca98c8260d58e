package vn.thucchat.foundation.maps.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.maps.BoundaryFile;
import vn.thucchat.foundation.maps.BoundaryFiles;
import vn.thucchat.foundation.maps.BoundarySamples;
import vn.thucchat.foundation.maps.Maps;
import vn.thucchat.foundation.maps.PlaceMap;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.OwnForm;
import vn.thucchat.testing.Visitor;

/** The page where boundaries are loaded; who may come to it at all is identity's. */
@ApplicationTest
@NullMarked
class BoundariesPageTests {

    private static final String PATH = "/admin/boundaries";
    private static final UnitCode PROVINCE = new UnitCode("19");
    private static final LocalDate SINCE_JULY = LocalDate.of(2025, 7, 1);
    private static final Map<String, String> FEATURES = BoundarySamples.features(SINCE_JULY);

    @Autowired
    MockMvc mvc;

    @Autowired
    Maps maps;

    @Autowired
    BoundaryFiles boundaries;

    @Autowired
    JdbcClient jdbc;

    private Visitor administrator() {
        return new Visitor(mvc, actor());
    }

    private static Actor actor() {
        return Persons.a(Roles.ADMINISTRATOR, "19");
    }

    @AfterEach
    void withdrawAll() {
        for (Set<UUID> current = boundaries.current(); !current.isEmpty(); current = boundaries.current())
            current.forEach(file -> boundaries.withdraw(actor(), file).expectDone());
    }

    private MockHttpServletResponse send(Visitor visitor, Map<String, String> changes, String file) throws Exception {
        var fields = new HashMap<>(Map.of(
                "boundaries", SINCE_JULY.toString(),
                "property", "code",
                "source", "Sở thử nghiệm",
                "licence", "chỉ để thử"));
        fields.putAll(changes);
        return visitor.send(
                PATH,
                fields,
                new MockMultipartFile(
                        "outlines", "x.geojson", "application/geo+json", file.getBytes(StandardCharsets.UTF_8)));
    }

    private PlaceMap map() {
        return maps.below(PROVINCE, UnitKind.Level.COMMUNE, LocalDate.of(2025, 9, 9))
                .orElseThrow();
    }

    @Test
    void every_field_has_its_label_and_every_time_its_list_of_codes() throws Exception {
        Document page = administrator().page(PATH, 200);
        for (var field : page.select("main input:not([type=hidden]), main select"))
            assertThat(page.select("label[for=" + field.id() + "]"))
                    .as(field.id())
                    .hasSize(1);
        assertThat(page.select("#boundaries option").eachText())
                .containsExactly("từ 1/7/2025", "từ 1/1/2025 đến hết 30/6/2025", "đến hết 31/12/2024");
        String list = administrator()
                .open(page.select("a[href*=codes.csv]").getFirst().attr("href"))
                .getContentAsString();
        assertThat(list.lines()).hasSize(93).first().asString().endsWith("code,name,within");
        assertThat(list).contains("05443,Phường Phan Đình Phùng,");
    }

    @Test
    void what_is_loaded_is_drawn_until_it_is_withdrawn() throws Exception {
        PlaceMap cells = map();
        assertThat(cells.origin()).isEqualTo(PlaceMap.Origin.CELLS);
        assertThat(Visitor.next(send(administrator(), Map.of(), BoundarySamples.collection(FEATURES.values()))))
                .isEqualTo(PATH);

        PlaceMap loaded = map();
        assertThat(loaded.origin()).isEqualTo(PlaceMap.Origin.OPERATOR);
        assertThat(loaded.attribution()).isEqualTo("Sở thử nghiệm (chỉ để thử)");
        assertThat(loaded.shapes()).hasSize(92);
        double ground =
                cells.shapes().stream().mapToDouble(PlaceMap.Shape::area).sum();
        assertThat(loaded.shapes().stream().mapToDouble(PlaceMap.Shape::area).sum())
                .isEqualTo(ground, within(ground / 50));
        assertThat(maps.neighbours(new UnitCode("05443"), SINCE_JULY)).isNotEmpty();
        assertThat(maps.below(PROVINCE, UnitKind.Level.COMMUNE, LocalDate.of(2025, 6, 30))
                        .orElseThrow()
                        .origin())
                .as("boundaries of other days")
                .isEqualTo(PlaceMap.Origin.CELLS);

        Document page = administrator().page(PATH, 200);
        assertThat(page.select("main tbody tr").getFirst().text())
                .contains("từ 1/7/2025", "92", "Sở thử nghiệm", "chỉ để thử", "administrator.19", "đang dùng");
        String picture = page.select("main tbody img").getFirst().attr("src");
        assertThat(administrator().open(picture).getContentAsString()).contains("Phường Phan Đình Phùng");

        Visitor.next(send(administrator(), Map.of("source", "Bản sau"), BoundarySamples.collection(FEATURES.values())));
        assertThat(map().attribution()).startsWith("Bản sau");
        String withdraw = administrator()
                .page(PATH, 200)
                .select("form[action$=/withdrawn]")
                .getFirst()
                .attr("action");
        assertThat(Visitor.next(administrator().submit(withdraw, Map.of()))).isEqualTo(PATH);
        assertThat(map().attribution()).startsWith("Sở thử nghiệm");
        assertThat(administrator().submit(withdraw, Map.of()).getStatus())
                .as("a second time")
                .isEqualTo(409);
        assertThat(administrator()
                        .submit(PATH + "/" + UUID.randomUUID() + "/withdrawn", Map.of())
                        .getStatus())
                .isEqualTo(404);
        withdrawAll();
        assertThat(map()).isSameAs(cells);
        assertThat(jdbc.sql("SELECT DISTINCT action FROM identity.access_log WHERE action LIKE 'maps.%'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("maps.boundaries-loaded", "maps.boundaries-withdrawn");
    }

    private List<BoundaryFile> counting() {
        return boundaries.page(Cursor.START).items().stream()
                .filter(file -> file.withdrawal() == null)
                .toList();
    }

    private @Nullable Object notice(String file) throws Exception {
        return mvc.perform(multipart(PATH)
                        .file("outlines", file.getBytes(StandardCharsets.UTF_8))
                        .param("boundaries", SINCE_JULY.toString())
                        .param("property", "code")
                        .param("source", "Sở thử nghiệm")
                        .param("licence", "chỉ để thử")
                        .with(OwnForm.ownForm())
                        .with(Persons.as(actor())))
                .andReturn()
                .getFlashMap()
                .get(Pages.NOTICE);
    }

    @Test
    void a_file_that_is_sent_twice_is_taken_once() throws Exception {
        String file = BoundarySamples.collection(FEATURES.values());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var upload = new BoundaryFiles.Upload(SINCE_JULY, "code", "Sở thử nghiệm", "chỉ để thử");
            byte[] content = file.getBytes(StandardCharsets.UTF_8);
            var both = List.of(
                    threads.submit(() -> boundaries.take(actor(), upload, content)),
                    threads.submit(() -> boundaries.take(actor(), upload, content)));
            var outcomes = List.of(both.getFirst().get(), both.getLast().get());
            assertThat(outcomes)
                    .as("at the same time")
                    .containsExactlyInAnyOrder(
                            new BoundaryFiles.Outcome.Taken(92), new BoundaryFiles.Outcome.AlreadyThere(92));
        }
        assertThat(counting()).hasSize(1);
        assertThat(notice(file)).isEqualTo("maps.already");
        assertThat(counting()).hasSize(1);

        send(administrator(), Map.of("licence", "để mọi người dùng"), file);
        assertThat(map().attribution()).as("on other terms").endsWith("(để mọi người dùng)");
        send(administrator(), Map.of(), file);
        assertThat(counting()).as("again what was before the latest").hasSize(3);
        BoundaryFile latest = counting().getFirst();
        boundaries.withdraw(actor(), latest.id()).expectDone();
        send(administrator(), Map.of(), file);
        assertThat(counting()).as("anew after it was withdrawn").hasSize(3).doesNotContain(latest);
    }

    @Test
    void a_long_list_of_faults_is_shown_in_part() throws Exception {
        Document page = Visitor.parsed(
                send(administrator(), Map.of(), BoundarySamples.collection(Collections.nCopies(2_000, "{}"))));
        assertThat(page.select("section.errors h2").text()).contains("hơn 1.000 lỗi");
        assertThat(page.select("section.errors tbody tr")).hasSize(500);
    }

    @Test
    void looking_at_files_leaves_the_maps_of_everybody_as_they_were() throws Exception {
        PlaceMap before = maps.below(PROVINCE, UnitKind.Level.COMMUNE, LocalDate.of(2025, 2, 1))
                .orElseThrow();
        send(administrator(), Map.of(), BoundarySamples.collection(FEATURES.values()));
        PlaceMap loaded = map();
        for (int i = 0; i < 11; i++)
            send(
                    administrator(),
                    Map.of("boundaries", "2024-12-31", "source", "Bản " + i),
                    BoundarySamples.collection(
                            BoundarySamples.features(LocalDate.of(2022, 6, 30)).values()));
        for (BoundaryFile file : counting())
            assertThat(administrator().open(PATH + "/" + file.id() + ".svg").getStatus())
                    .isEqualTo(200);
        assertThat(map()).isSameAs(loaded);
        assertThat(maps.below(PROVINCE, UnitKind.Level.COMMUNE, LocalDate.of(2025, 2, 1)))
                .containsSame(before);
        Document page = administrator().page(PATH, 200);
        String next = page.select("a[href*=cursor]").attr("href");
        assertThat(page.select("main tbody img")).hasSize(10);
        assertThat(administrator().page(next, 200).select("main tbody img")).isNotEmpty();
    }

    @Test
    void all_faults_of_a_file_are_told_with_their_places_and_nothing_is_loaded() throws Exception {
        var features = new ArrayList<>(FEATURES.values());
        features.removeFirst();
        features.add(FEATURES.get("05443"));
        features.set(5, features.get(5).replaceAll("\\[(10[0-9.]+),([0-9.]+)]", "[$2,$1]"));
        features.set(6, BoundarySamples.feature("77777", "{\"type\":\"Point\",\"coordinates\":[105.5,21.5]}"));
        Document page = Visitor.parsed(send(administrator(), Map.of(), BoundarySamples.collection(features)));
        assertThat(page.select(".errors a[href=#outlines]").text()).contains("tệp có 6 lỗi");
        assertThat(page.select("#source").val()).as("nothing typed is lost").isEqualTo("Sở thử nghiệm");
        List<String> told = page.select("section.errors tbody tr").eachText();
        assertThat(told).anyMatch(line -> line.matches("Đối tượng thứ 6 · .* Vĩ độ đứng trước kinh độ.*"));
        assertThat(told).anyMatch(line -> line.matches("Đối tượng thứ 7 · 77777 .*không phải mã xã.*"));
        assertThat(told).anyMatch(line -> line.matches("Đối tượng thứ 7 · 77777 Hình loại “Point”.*"));
        assertThat(told).anyMatch(line -> line.matches("Đối tượng thứ 92 · 05443 Phường Phan Đình Phùng Mã đã có.*"));
        assertThat(told).filteredOn(line -> line.endsWith("Thiếu trong tệp.")).hasSize(2);
        assertThat(map().origin()).isEqualTo(PlaceMap.Origin.CELLS);
    }

    @Test
    void what_is_missing_in_the_form_is_told_at_once() throws Exception {
        Document page = Visitor.parsed(administrator()
                .send(PATH, Map.of("boundaries", "x", "property", "x".repeat(61), "source", "", "licence", "")));
        assertThat(page.select(".errors a").eachAttr("href"))
                .containsExactly("#boundaries", "#property", "#source", "#licence", "#outlines");
    }

    @Test
    void another_property_may_name_the_units() throws Exception {
        String file = BoundarySamples.collection(FEATURES.values()).replace("\"code\"", "\"ma xa\"");
        assertThat(Visitor.parsed(send(administrator(), Map.of(), file))
                        .select("section.errors tbody tr")
                        .getFirst()
                        .text())
                .contains("Thiếu thuộc tính “code”");
        Visitor.next(send(administrator(), Map.of("property", "ma xa"), file));
        assertThat(map().origin()).isEqualTo(PlaceMap.Origin.OPERATOR);
    }

    @Test
    void only_the_province_loads_boundaries_and_no_demonstration_account() throws Exception {
        String file = BoundarySamples.collection(FEATURES.values());
        Visitor.next(send(administrator(), Map.of(), file));
        String id = boundaries.page(Cursor.START).items().getFirst().id().toString();
        for (Actor other :
                List.of(Persons.a(Roles.ADMINISTRATOR, "05443"), Persons.synthetic(Roles.ADMINISTRATOR, "19"))) {
            var visitor = new Visitor(mvc, other);
            assertThat(visitor.page(PATH, 200).select("form[action^=/admin/boundaries]"))
                    .isEmpty();
            assertThat(send(visitor, Map.of(), file).getStatus()).isEqualTo(403);
            assertThat(visitor.submit(PATH + "/" + id + "/withdrawn", Map.of()).getStatus())
                    .isBetween(403, 409);
        }
        assertThat(map().origin()).isEqualTo(PlaceMap.Origin.OPERATOR);
    }

    @Test
    void everybody_sees_a_map_as_a_picture_that_is_kept() throws Exception {
        var stranger = new Visitor(mvc, Actor.STRANGER);
        var answer = stranger.open("/maps/19.svg?level=district&on=2022-06-30");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith("image/svg+xml");
        assertThat(answer.getHeader("Cache-Control")).contains("max-age=600", "public");
        assertThat(answer.getHeader("ETag")).isNotBlank();
        String svg = answer.getContentAsString();
        assertThat(Pattern.compile("<path data-unit=\"[0-9]{3}\" d=\"M[^\"]+Z\"><title>[^<]+</title></path>")
                        .matcher(svg)
                        .results())
                .hasSize(9);
        assertThat(svg).contains("không phải địa giới pháp lý", "vietnam63 (Marc Choisy)");
        assertThat(stranger.open("/maps/19.svg").getContentAsString()).contains("data-unit=\"05443\"");
        assertThat(stranger.open("/maps/19.svg?level=district").getStatus()).isEqualTo(404);
        assertThat(stranger.open("/maps/19.svg?level=hamlet").getStatus()).isEqualTo(400);
        assertThat(stranger.open("/maps/19.svg?on=yesterday").getStatus()).isEqualTo(400);
        assertThat(stranger.open("/maps/77.svg").getStatus()).isEqualTo(404);
    }
}
