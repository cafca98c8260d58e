package vn.thucchat.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.testing.DemonstrationTest;
import vn.thucchat.testing.Statements;
import vn.thucchat.testing.Visitor;

/** Whoever takes figures away sees first what is real, and is told what is invented. */
@DemonstrationTest
class OpenDataPageTests {

    @Autowired
    MockMvc mvc;

    private final Actor stranger = Actor.STRANGER;

    @Test
    void files_of_real_figures_come_first_and_those_of_invented_ones_are_marked() throws Exception {
        var rows = new Visitor(mvc, stranger).page("/open-data", 200).select("main table tbody tr");
        var marked = rows.stream()
                .map(row -> !row.select(".badge.synthetic").isEmpty())
                .toList();
        assertThat(marked).contains(true, false).isSorted();
        for (var row : rows) {
            String scorecard = row.select("a[href^=/scorecard]").attr("href");
            boolean real = new Visitor(mvc, stranger)
                    .page(scorecard, 200).select("main tr:has(.badge)").stream()
                            .anyMatch(
                                    figure -> figure.select(".badge.synthetic").isEmpty());
            if (row.select(".badge.synthetic").isEmpty())
                assertThat(real).as(scorecard).isTrue();
        }
        assertThat(rows.select("tr:has(a[href='/scorecard?unit=19&period=2022S1']) .badge"))
                .isEmpty();
    }

    @Test
    void all_places_are_read_at_once() throws Exception {
        var visitor = new Visitor(mvc, stranger);
        visitor.page("/open-data", 200);
        assertThat(Statements.during(() -> visitor.page("/open-data", 200))).isLessThanOrEqualTo(6);
    }
}
