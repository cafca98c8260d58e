package vn.thucchat.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.testing.DemonstrationTest;

/**
 * Nobody is shown a link that they may not follow: every role walks from its first page along links, one of each
 * shape, and all that it comes to is answered.
 */
@DemonstrationTest
@NullMarked
class LinksTests {

    /** Links of one shape that one person follows. */
    private static final int OF_A_SHAPE = 1;
    /** Papers, sheets and pictures are dear to make, and have no links. */
    private static final String FILE = ".*\\.(pdf|xlsx|csv|png)";

    /** Where a link of no page leads to, but people who type or keep addresses. */
    private static final List<String> ALSO = List.of(
            "/figures/fixed-broadband-speed/VN/2022S2",
            "/figures/e-invoice-enterprises/VN/2022S1?boundaries=2025-01-01",
            "/figures/market-4.0-value/19/2022",
            "/figures/market-4.0-value/19/2022?view=table");

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Test
    void every_link_of_every_page_is_answered_to_every_role() throws Exception {
        var dead = new ArrayList<String>();
        var walked = new HashMap<String, Integer>();
        var filesOfAll = new HashSet<String>();
        List<Actor> everybody = Stream.concat(
                        Stream.of(Actor.STRANGER),
                        // who is there twice sees the same twice
                        People.ALL.stream()
                                .filter(person -> !person.username().endsWith("2"))
                                .map(person -> accounts.actor(person.username()).orElseThrow()))
                .toList();
        for (Actor reader : everybody) walked.put(reader.username(), walk(reader, filesOfAll, dead));
        assertThat(walked)
                .as("premise: everybody gets about")
                .hasSize(15)
                .allSatisfy((who, pages) -> assertThat(pages).as(who).isGreaterThan(20));
        assertThat(dead).isEmpty();
    }

    /**
     * How many addresses this reader came to.
     *
     * @param filesOfAll shapes of files that somebody asked for: this reader asks for one of each route, and for those of
     *     which nobody has asked for one
     */
    private int walk(Actor reader, Set<String> filesOfAll, List<String> dead) throws Exception {
        var seen = new HashSet<String>();
        Map<String, Integer> ofShape = new HashMap<>();
        var routes = new HashSet<String>();
        var ahead = new ArrayDeque<Step>();
        ahead.add(new Step("/", "the address bar"));
        for (String also : ALSO) ahead.add(new Step(also, "the address bar"));
        while (!ahead.isEmpty()) {
            Step step = ahead.poll();
            if (!seen.add(step.to())) continue;
            var request = get(URI.create(step.to()));
            var response = mvc.perform(reader.signedIn() ? request.with(Persons.as(reader)) : request)
                    .andReturn()
                    .getResponse();
            int status = response.getStatus();
            // a figure that is not there yet says so with 404, and leads on
            boolean typed = step.from().equals("the address bar");
            if (status >= 400 && !typed)
                dead.add("%s: %s on %s: %d"
                        .formatted(
                                reader.signedIn() ? reader.username() : "a stranger", step.to(), step.from(), status));
            String type = response.getContentType();
            if (type == null || !type.startsWith("text/html")) continue;
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            for (String link : links(Jsoup.parse(response.getContentAsString()), step.to())) {
                if (ofShape.merge(shape(link), 1, Integer::sum) > OF_A_SHAPE) continue;
                if (isFile(link)) {
                    boolean newRoute = routes.add(route(link));
                    boolean newShape = filesOfAll.add(shape(link));
                    if (!newRoute && !newShape) continue;
                }
                ahead.add(new Step(link, step.to()));
            }
        }
        return seen.size();
    }

    private static boolean isFile(String link) {
        return link.replaceAll("\\?.*", "").matches(FILE);
    }

    private static String route(String link) {
        return shape(link.replaceAll("\\?.*", ""));
    }

    private record Step(String to, String from) {}

    /** Of this site and to read, each once; without the place on the page. */
    private static List<String> links(Document page, String at) {
        return page.select("a[href]").eachAttr("href").stream()
                .map(href -> href.replaceAll("#.*", ""))
                .filter(href -> !href.isEmpty())
                .map(href -> href.startsWith("?") ? at.replaceAll("\\?.*", "") + href : href)
                .filter(href -> href.startsWith("/") && !href.startsWith("//") && !href.contains("lang="))
                .map(href -> href.replace(" ", "%20"))
                .distinct()
                .toList();
    }

    /** The address with {@code *} for what stands for one of many, and the names of what is asked. */
    static String shape(String link) {
        String[] parts = link.split("\\?", 2);
        String path = Stream.of(parts[0].split("/"))
                .map(segment -> segment.matches(".*[0-9-].*") ? "*" : segment)
                .collect(Collectors.joining("/"));
        if (parts.length == 1) return path;
        return path + "?"
                + Stream.of(parts[1].split("&"))
                        .map(asked -> asked.startsWith("kind=") ? asked : asked.replaceAll("=.*", ""))
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    @Test
    void files_of_one_route_are_known_by_whatever_is_asked_of_them() {
        assertThat(route("/figures/a/01/2022S2/map.png?level=2")).isEqualTo(route("/figures/a/19/2022/map.png"));
        assertThat(isFile("/figures/a/VN/2022S2/map.png?level=2")).isTrue();
        assertThat(isFile("/figures/a/VN/2022S2?view=map.png")).isFalse();
    }

    @Test
    void links_to_things_of_one_kind_have_one_shape() {
        assertThat(shape("/markets/cho-trai-cau/stalls/0190-ab?after=A1"))
                .isEqualTo(shape("/markets/cho-khac/stalls/0191-cd?after=B2"))
                .isNotEqualTo(shape("/markets/cho-khac/traders/0191-cd"));
    }
}
