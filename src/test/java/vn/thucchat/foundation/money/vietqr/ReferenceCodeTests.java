package vn.thucchat.foundation.money.vietqr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class ReferenceCodeTests {

    @Property
    void a_code_is_sound_and_no_other_sign_in_it_is(
            @ForAll long number,
            @ForAll @IntRange(min = 2, max = 10) int at,
            @ForAll @IntRange(min = 1, max = 31) int by) {
        String code = ReferenceCode.of(number);
        assertThat(ReferenceCode.valid(code)).isTrue();
        String alphabet = ReferenceCode.ALPHABET;
        char other = alphabet.charAt((alphabet.indexOf(code.charAt(at)) + by) % 32);
        assertThat(ReferenceCode.valid(code.substring(0, at) + other + code.substring(at + 1)))
                .isFalse();
    }

    @Property
    void it_is_found_in_what_banks_make_of_it(
            @ForAll long number,
            @ForAll @StringLength(max = 20) @CharRange(from = ' ', to = '~') String before,
            @ForAll @StringLength(max = 20) String after,
            @ForAll boolean small,
            @ForAll @IntRange(min = 1, max = 10) int space) {
        String code = ReferenceCode.of(number);
        String put = code.substring(0, space) + " - ".substring(0, 1 + (space % 3)) + code.substring(space);
        String memo = before + " " + (small ? put.toLowerCase(Locale.ROOT) : put) + after;
        assertThat(ReferenceCode.in(memo)).contains(code);
    }

    @Test
    void memos_as_banks_write_them() {
        String code = ReferenceCode.of(123_456_789);
        assertThat(ReferenceCode.in("MBVCB.4711." + code + ".CT tu 0123 NGUYEN VAN A toi 1234567890"))
                .containsExactly(code);
        assertThat(ReferenceCode.in("CT DEN:" + code.toLowerCase(Locale.ROOT))).containsExactly(code);
        assertThat(ReferenceCode.in("Tiền thuê quầy " + code + " tháng 11")).containsExactly(code);
        assertThat(ReferenceCode.in(code + " va " + code)).containsExactly(code);
        assertThat(ReferenceCode.in(code.substring(0, 10))).isEmpty();
        assertThat(ReferenceCode.in("chuyen tien")).isEmpty();
        assertThat(ReferenceCode.in("")).isEmpty();
    }
}
