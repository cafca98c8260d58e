package vn.thucchat.steering.indicators.explanations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** A person is told of a question once. */
@NullMarked
class RecipientStoreTests extends StoreTest {

    private static final Instant NOW = TestTime.now().truncatedTo(ChronoUnit.SECONDS);

    private RecipientStore store;

    @BeforeAll
    void open() {
        store = new RecipientStore(jdbc);
        jdbc.sql("""
                INSERT INTO indicators.indicator (code, name_vi, name_en, pillar, measure, direction, aggregation,
                    over_time, frequency, reported_by)
                VALUES ('fibre', 'Cáp quang', 'Fibre', 'SOCIETY', 'percent', 'UP', 'RATIO', 'LAST', 'HALF', 'COMMUNE')
                """).update();
    }

    @Test
    void whoever_was_told_is_not_told_again_and_the_list_is_in_order() {
        UUID question = question();
        var binh = holder("Bình");
        var an = holder("An");
        var later = holder("Ánh");
        assertThat(store.insert(question, List.of(binh, an), Actor.PLATFORM, NOW))
                .containsExactlyInAnyOrder(binh.account(), an.account());
        assertThat(store.insert(question, List.of(an, later), Actor.PLATFORM, NOW.plusSeconds(1)))
                .containsExactly(later.account());
        assertThat(store.insert(question, List.of(), Actor.PLATFORM, NOW)).isEmpty();
        assertThat(store.of(question))
                .extracting(Explanation.Recipient::name, Explanation.Recipient::toldAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("An", NOW),
                        org.assertj.core.groups.Tuple.tuple("Bình", NOW),
                        org.assertj.core.groups.Tuple.tuple("Ánh", NOW.plusSeconds(1)));
        assertThat(store.accounts(question)).hasSize(3);
    }

    @Test
    void a_question_knows_its_own_recipients_only() {
        UUID question = question();
        UUID other = question();
        var one = holder("An");
        store.insert(question, List.of(one), Actor.PLATFORM, NOW);
        assertThat(store.told(question, one.account())).isTrue();
        assertThat(store.told(other, one.account())).isFalse();
        assertThat(store.told(question, UUID.randomUUID())).isFalse();
        assertThat(store.of(other)).isEmpty();
        assertThat(store.accounts(other)).isEmpty();
    }

    private UUID question() {
        var id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO indicators.explanation (id, indicator, unit, period, state, question, asked_at, asked_by,
                    asked_by_name, due, synthetic)
                VALUES (:id, 'fibre', '05437', '2022S1', 'ASKED', 'Vì sao giảm?', '2022-08-08T00:00Z', :id, 'A', '2022-08-08', false)
                """).param("id", id).update();
        return id;
    }

    private static Accounts.Holder holder(String name) {
        return new Accounts.Holder(UUID.randomUUID(), name, false, "indicators.leader", "19");
    }
}
