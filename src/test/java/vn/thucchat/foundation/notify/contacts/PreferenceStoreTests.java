package vn.thucchat.foundation.notify.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** Wishes are kept, those of before replaced, and kinds are declined and agreed to again. */
@NullMarked
class PreferenceStoreTests extends StoreTest {

    private final UUID account = UUID.randomUUID();

    @Test
    void the_usual_ones_hold_until_a_person_has_own_ones() {
        var store = new PreferenceStore(jdbc, "22-6");
        assertThat(store.of(account).quiet()).isEqualTo(new QuietHours(22, 6));
        store.put(account, new Preferences(List.of(Medium.EMAIL), new QuietHours(1, 2), "vi"), TestTime.now());
        var wanted = new Preferences(List.of(Medium.SMS), new QuietHours(0, 0), "en");
        store.put(account, wanted, TestTime.now());
        assertThat(store.of(account)).isEqualTo(wanted);
        assertThat(store.of(account).media()).startsWith(Medium.SMS).contains(Medium.EMAIL);
    }

    @Test
    void a_kind_is_declined_once_and_agreed_to_again() {
        var store = new PreferenceStore(jdbc, "22-6");
        assertThat(store.decline(account, List.of("work.chased", "test.kind"), TestTime.now()))
                .isEqualTo(2);
        assertThat(store.decline(account, List.of("work.chased"), TestTime.now()))
                .isZero();
        assertThat(store.accept(account, List.of("work.chased", "other"))).isEqualTo(1);
        assertThat(store.declined(account)).containsExactly("test.kind");
    }
}
