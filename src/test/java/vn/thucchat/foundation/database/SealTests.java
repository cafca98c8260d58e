package vn.thucchat.foundation.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What is sealed is opened by its key and for its purpose only; what is marked is known again. */
class SealTests {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String OTHER = "MTEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private final Seal seal = new Seal(KEY);
    private final Seal other = new Seal(OTHER);

    @Test
    void a_text_is_opened_for_its_purpose_only() {
        String sealed = seal.close("0912345678", "phone");
        assertThat(seal.open(sealed, "phone")).isEqualTo("0912345678");
        assertThatThrownBy(() -> seal.open(sealed, "number")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> other.open(sealed, "phone")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_new_key_seals_and_the_one_before_it_still_opens() {
        var rotated = new Seal(OTHER, KEY);
        String before = seal.close("0912345678", "phone");
        String after = rotated.close("0912345678", "phone");
        assertThat(rotated.open(before, "phone")).isEqualTo("0912345678");
        assertThat(other.open(after, "phone")).isEqualTo("0912345678");
        assertThatThrownBy(() -> seal.open(after, "phone"))
                .hasMessageContaining(other.keyId())
                .hasMessageContaining("FORMER_SECRET_KEYS");
        // a code on paper stays what it is
        assertThat(rotated.mark("R-1", "receipt")).isEqualTo(seal.mark("R-1", "receipt"));
        assertThat(rotated.keyId()).isEqualTo(other.keyId()).isNotEqualTo(seal.keyId());
    }

    /** As it was written before sealed texts named their key. */
    @Test
    void a_text_of_the_first_form_is_opened_for_its_former_purpose() throws Exception {
        byte[] nonce = new byte[12];
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(Base64.getDecoder().decode(KEY), "AES"),
                new GCMParameterSpec(128, nonce));
        cipher.updateAAD("phone".getBytes(UTF_8));
        byte[] text = cipher.doFinal("0912345678".getBytes(UTF_8));
        String sealed = Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(13 + text.length)
                        .put((byte) 1)
                        .put(nonce)
                        .put(text)
                        .array());
        assertThat(new Seal(OTHER, KEY).open(sealed, "phone of A", "phone")).isEqualTo("0912345678");
        assertThatThrownBy(() -> other.open(sealed, "phone of A", "phone")).isInstanceOf(IllegalStateException.class);
        String narrow = seal.close("0912345678", "phone of A");
        assertThat(seal.open(narrow, "phone of A", "phone")).isEqualTo("0912345678");
        assertThatThrownBy(() -> seal.open(narrow, "phone of B", "phone")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThatThrownBy(() -> new Seal("c2hvcnQ=")).hasMessageContaining("openssl rand -base64 32");
        assertThatThrownBy(() -> new Seal(KEY, "c2hvcnQ=")).hasMessageContaining("FORMER_SECRET_KEYS");
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
