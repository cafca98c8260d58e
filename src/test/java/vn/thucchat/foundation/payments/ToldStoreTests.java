package vn.thucchat.foundation.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** The stores of what was sent, and of what was told of a movement after a statement. */
@NullMarked
class ToldStoreTests extends MoneyStoreTest {

    private static final byte[] SEALED = "sealed".getBytes(StandardCharsets.UTF_8);

    private ToldStore store;
    private OriginalStore originals;

    @BeforeAll
    void store() {
        store = new ToldStore(jdbc);
        originals = new OriginalStore(jdbc);
    }

    @Test
    void a_stated_movement_is_claimed_once_by_each_teller() {
        int account = account();
        Movement stated = kept(account, aMovement().from(Movement.Source.STATEMENT, "s1"));
        kept(account, aMovement().from(Movement.Source.STATEMENT, "s2").of(16_000));
        kept(account, aMovement().from(Movement.Source.STATEMENT, "s3").at(NOON.plus(Duration.ofDays(1))));
        kept(account, aMovement().from(Movement.Source.STATEMENT, "s4").out());
        kept(account, aMovement());
        Arrival sepay = arrival(account, Movement.Source.SEPAY, "17", "FT1", 15_000);
        assertThat(store.candidates(account, Movement.Source.SEPAY, List.of(sepay.notice(), sepay.notice())))
                .extracting(found -> found.movement().number())
                .containsExactly(stated.number());

        store.claim(List.of(claim(account, stated.number())), NOON);
        assertThat(store.candidates(account, Movement.Source.SEPAY, List.of(sepay.notice())))
                .isEmpty();
        assertThat(store.candidates(account, Movement.Source.CASSO, List.of(sepay.notice())))
                .singleElement()
                .extracting(ToldStore.Stated::reference)
                .isEqualTo("FT1");
        assertThat(store.known(List.of(
                        sepay,
                        arrival(account, Movement.Source.CASSO, "17", null, 15_000),
                        arrival(account, Movement.Source.CASSO, "18", "FT1", 15_000),
                        arrival(account, Movement.Source.CASSO, "19", "FT1", 15_001),
                        arrival(account(), Movement.Source.SEPAY, "17", "FT1", 15_000))))
                .containsExactlyInAnyOrder(0, 2);
        assertThatThrownBy(() -> store.claim(List.of(claim(account, 2)), NOON))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void originals_are_found_with_what_a_messenger_told_and_forgotten_with_time() {
        int account = account();
        Movement told = kept(account, aMovement());
        kept(account, aMovement().from(Movement.Source.STATEMENT, "s1"));
        assertThat(originals.find(account, told.number())).contains(SEALED);
        assertThat(originals.find(account, 99)).isEmpty();
        var line = new StatementLine("1", DAY, null, StatementLine.Direction.IN, 15_000, null, "", null, null, false);
        assertThat(originals.alike(account, List.of(line, line)))
                .extracting(found -> found.movement().number())
                .containsExactly(told.number());
        assertThat(originals.forget(told.receivedAt(), 10)).isZero();
        assertThat(originals.forget(told.receivedAt().plusSeconds(1), 1)).isEqualTo(1);
        originals.forget(told.receivedAt().plusSeconds(1), 100);
        assertThat(originals.find(account, told.number())).isEmpty();
    }

    private static ToldStore.Claim claim(int account, long number) {
        return new ToldStore.Claim(account, number, Movement.Source.SEPAY, "17", "FT1");
    }

    private Movement kept(int account, AMovement like) {
        Movement movement = moved(account, like);
        new MovementStore(template()).keep(Map.of(movement, SEALED));
        return movement;
    }
}
