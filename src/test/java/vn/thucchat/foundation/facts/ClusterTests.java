package vn.thucchat.foundation.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.facts.FactFixture.aFact;
import static vn.thucchat.foundation.facts.FactFixture.correctionOf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thucchat.testing.StoreTest;

/** A dump restored into another cluster brings rows whose transaction numbers were counted elsewhere. */
@NullMarked
class ClusterTests extends StoreTest {

    private Facts facts;

    @BeforeEach
    void open() {
        facts = new Facts(pool, FactFixture.KINDS);
        rewritable("facts.fact");
        jdbc.sql("TRUNCATE facts.fact").update();
        facts.adoptCluster();
    }

    /** The old cluster had counted far less, about as far, or far more than this one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 500, 1_000_000, 5_000_000_000L})
    void what_was_recorded_elsewhere_stays_before_what_is_recorded_here(long from) {
        Fact first = aFact().build();
        Fact second = aFact().build();
        record(first);
        record(second);
        comesFromAnotherCluster(from);

        facts.adoptCluster();
        var read = new ArrayList<LoggedFact>();
        Position middle = facts.read(Position.START, 1, read::add);
        Position end = facts.read(middle, 10, read::add);
        assertThat(read).extracting(LoggedFact::fact).containsExactly(first, second);

        Fact third = aFact().build();
        Fact fourth = correctionOf(first).build();
        record(third);
        record(fourth);
        assertThat(facts.anythingAfter(end)).isTrue();
        read.clear();
        facts.read(end, 10, read::add);
        assertThat(read).extracting(LoggedFact::fact).containsExactly(third, fourth);
        read.clear();
        facts.read(middle, 10, read::add);
        assertThat(read).extracting(LoggedFact::fact).containsExactly(second, third, fourth);
    }

    private void comesFromAnotherCluster(long from) {
        jdbc.sql("UPDATE facts.fact SET xact = xact - (SELECT min(xact) FROM facts.fact) + :from")
                .param("from", from)
                .update();
        jdbc.sql("UPDATE facts.cluster SET system_identifier = 1").update();
    }

    private void record(Fact fact) {
        transactions.executeWithoutResult(_ -> facts.record(List.of(fact)));
    }
}
