package vn.thucchat.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** A process without a key that sealed something here does not start, and says which it is. */
@NullMarked
class SealKeysTests extends StoreTest {

    @Test
    void a_start_without_a_key_that_was_used_is_refused_once_and_says_what_to_do() {
        String first = key(1);
        String second = key(2);
        String idOfFirst = new Seal(first).keyId();
        String idOfSecond = new Seal(second).keyId();
        start(List.of(), first);
        start(List.of(), first);
        assertThatThrownBy(() -> start(List.of(), second))
                .as("the file of the first was lost")
                .isInstanceOf(SealKeys.Unknown.class)
                .hasMessageContaining(idOfFirst)
                .hasMessageContaining("FORMER_SECRET_KEYS");
        start(List.of(), first);
        start(List.of(), second, first);
        assertThatThrownBy(() -> start(List.of(), first))
                .isInstanceOf(SealKeys.Unknown.class)
                .hasMessageContaining(idOfSecond);
        start(List.of("", " " + idOfFirst), second);
        assertThat(new SealKeyStore(jdbc).used()).containsExactlyInAnyOrder(idOfFirst, idOfSecond);
    }

    @Test
    void the_start_s_report_says_it_instead_of_a_trace() {
        var unknown = new SealKeys.Unknown(java.util.Set.of("3f09c2d1"));
        var analyzer = SpringFactoriesLoader.forDefaultResourceLocation(
                        getClass().getClassLoader())
                .load(FailureAnalyzer.class, (type, name, failure) -> {})
                .stream()
                .filter(SealKeysAnalyzer.class::isInstance)
                .findFirst();
        assertThat(analyzer).isPresent();
        assertThat(Objects.requireNonNull(analyzer.get().analyze(new IllegalStateException(unknown)))
                        .getDescription())
                .contains("LOST_KEYS=3f09c2d1", "sealed with the key 3f09c2d1");
    }

    private void start(List<String> lost, String... keys) {
        new SealKeys(new Seal(keys), new SealKeyStore(jdbc), TestTime.CLOCK, lost);
    }

    private static String key(int fill) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }
}
