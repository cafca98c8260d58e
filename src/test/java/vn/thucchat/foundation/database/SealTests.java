package vn.thucchat.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is sealed is opened by its key and for its purpose only; what is marked is known again. */
class SealTests {

    private final Seal seal = new Seal("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    private final Seal other = new Seal("MTEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

    @Test
    void a_text_is_opened_for_its_purpose_only() {
        String sealed = seal.close("0912345678", "phone");
        assertThat(seal.open(sealed, "phone")).isEqualTo("0912345678");
        assertThatThrownBy(() -> seal.open(sealed, "number")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> other.open(sealed, "phone")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_mark_is_the_same_for_the_same_text_purpose_and_key_only() {
        String mark = seal.mark("019185001234", "number");
        assertThat(mark).matches("[2-9A-HJ-NP-Z]{26}").isEqualTo(seal.mark("019185001234", "number"));
        assertThat(mark)
                .isNotEqualTo(seal.mark("019185001235", "number"))
                .isNotEqualTo(seal.mark("019185001234", "sign"))
                .isNotEqualTo(other.mark("019185001234", "number"));
    }
}
