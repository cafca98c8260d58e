package vn.thucchat.foundation.money.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.money.vietqr.ReferenceCode;

/** What codes a memo may mean that holds none. */
@NullMarked
class ReferenceCodeTyposTests {

    private static final String TYPED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    @Property
    void a_code_with_one_wrong_sign_is_found_whatever_was_typed(
            @ForAll long number, @ForAll @IntRange(min = 2, max = 10) int at, @ForAll @IntRange(max = 35) int typed) {
        String code = ReferenceCode.of(number);
        char wrong = TYPED.charAt(typed);
        String memo = "tien rau " + code.substring(0, at) + wrong + code.substring(at + 1) + " cam on";
        if (wrong == code.charAt(at)) assertThat(ReferenceCode.in(memo)).contains(code);
        else assertThat(ReferenceCodeTypos.of(memo)).contains(code);
    }

    @Property
    void so_is_one_that_was_cut(@ForAll long number, @ForAll @IntRange(min = 6, max = 10) int left) {
        String code = ReferenceCode.of(number);
        assertThat(ReferenceCodeTypos.of("tien rau " + code.substring(0, left))).contains(code.substring(0, left));
    }

    @Test
    void a_cut_code_may_have_the_prefix_in_itself_or_in_a_word_before_it() {
        assertThat(ReferenceCodeTypos.cut("tien TCAB TCXY")).contains("TCABTCXY");
        assertThat(ReferenceCodeTypos.cut("mot con TCABCD")).contains("TCABCD");
    }

    @Test
    void words_are_near_no_code() {
        assertThat(ReferenceCodeTypos.of("tra tien mot con ga va mot cai gio")).isEmpty();
        assertThat(ReferenceCodeTypos.of("")).isEmpty();
    }
}
