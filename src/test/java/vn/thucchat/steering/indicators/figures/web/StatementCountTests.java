package vn.thucchat.steering.indicators.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.figures.Figures;
import vn.thucchat.testing.DemonstrationTest;
import vn.thucchat.testing.Statements;
import vn.thucchat.testing.Visitor;

/** Pages ask the database once for everything, not once for each unit or indicator that they show. */
@DemonstrationTest
@NullMarked
class StatementCountTests {

    /** Phổ Yên, with 18 communes. */
    private static final String SMALL = "172";

    /** Thái Nguyên, with 178. */
    private static final String LARGE = "19";

    /** The look, every two seconds, whether the gazetteer changed; and what a statement is taken from, if one is shown. */
    private static final int SOMETIMES = 2;

    /** What is measured and not published yet, once a page: position of the roll-ups, sums, how things stood, sums before. */
    private static final int LIVE = 4;

    @Autowired
    MockMvc mvc;

    @Autowired
    Figures figures;

    private final List<Actor> readers = List.of(Actor.STRANGER, Persons.a(Roles.LEADER, "19"));

    @Test
    void a_figure_of_many_units_takes_as_many_statements_as_one_of_few() throws Exception {
        for (Actor reader : readers) {
            int few = statements(reader, "/figures/household-fibre/" + SMALL + "/2022S1?view=table&level=commune");
            int many = statements(reader, "/figures/household-fibre/" + LARGE + "/2022S1?view=table&level=commune");
            assertThat(few).as("premise").isPositive();
            assertThat(many).isLessThanOrEqualTo(few + SOMETIMES).isLessThanOrEqualTo(18);
            assertThat(statements(reader, "/figures/household-fibre/" + LARGE + "/2022S1"))
                    .isLessThanOrEqualTo(
                            statements(reader, "/figures/household-fibre/" + SMALL + "/2022S1") + SOMETIMES)
                    .isLessThanOrEqualTo(20);
        }
    }

    @Test
    void a_scorecard_takes_as_many_statements_for_thirty_indicators_as_for_few() throws Exception {
        for (Actor reader : readers)
            assertThat(statements(reader, "/scorecard?period=2022S1&unit=" + LARGE))
                    .isLessThanOrEqualTo(statements(reader, "/scorecard?period=2022S1&unit=05443") + SOMETIMES + LIVE)
                    .isLessThanOrEqualTo(18);
    }

    @Test
    void the_page_of_a_unit_does_not_ask_for_each_figure_or_neighbour() throws Exception {
        assertThat(statements(Actor.STRANGER, "/units/" + LARGE))
                .isLessThanOrEqualTo(statements(Actor.STRANGER, "/units/05443") + SOMETIMES)
                .isLessThanOrEqualTo(12);
    }

    @Test
    void the_brief_of_another_period_takes_as_many_statements_as_the_usual() throws Exception {
        Actor leader = Persons.a(Roles.LEADER, LARGE);
        var province = new UnitCode(LARGE);
        // tests that publish other periods of the province change which is the usual one
        var usual = figures.latestHalves(List.of(province)).get(province);
        assertThat(statements(leader, "/brief?period=" + usual))
                .isLessThanOrEqualTo(statements(leader, "/brief") + SOMETIMES)
                .isLessThanOrEqualTo(40);
        assertThat(statements(leader, "/brief?period=2022S1")).isLessThanOrEqualTo(40);
    }

    @Test
    void the_front_page_does_not_ask_for_each_province() throws Exception {
        // the dictionary once, five numbers of the province, one measured figure, and the map of the communes
        assertThat(statements(Actor.STRANGER, "/")).isLessThanOrEqualTo(20 + SOMETIMES);
    }

    private int statements(Actor reader, String path) throws Exception {
        var visitor = new Visitor(mvc, reader);
        visitor.page(path, 200); // the first may look for changes of the gazetteer
        return Statements.during(() -> visitor.page(path, 200));
    }
}
