package vn.thucchat.foundation.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How typed words are read and how well a name fits them. */
@NullMarked
class SearchWordsTests {

    @ParameterizedTest
    @CsvSource({
        "dinh hoa,          Định Hóa,           EXACT",
        "Định Hoá,          Định Hóa,           EXACT",
        "ĐỊNH   HÓA,        Định Hoá,           EXACT",
        "dinh h,            Định Hóa,           PREFIX",
        "hoa,               Định Hóa,           WORDS",
        "hoa dinh,          Định Hóa,           WORDS",
        "cho dong hy,       Chợ Đồng Hỷ,        EXACT",
        "inh,               Định Hóa,           PART",
        "h,                 Định Hóa,           WORDS",
        "k 7,               K-7,                EXACT",
        "05437,             Phường Túc Duyên,   ",
        "oa,                Định Hóa,           ",
        "dinh hoa nam,      Định Hóa,           ",
    })
    void a_name_fits_whole_by_its_beginning_by_its_words_or_by_parts_of_them(
            String typed, String name, @org.jspecify.annotations.Nullable Match match) {
        assertThat(SearchWords.of(typed).match(name).orElse(null)).isEqualTo(match);
    }

    /** A composed letter and one put together of letter and marks are the same to a reader. */
    @Test
    void letters_that_are_put_together_are_letters() {
        assertThat(SearchWords.of("Đi\u0323nh Ho\u0301a").text()).isEqualTo("dinh hoa");
        assertThat(SearchWords.of("\u00D0ịnh").text()).as("the capital eth").isEqualTo("dinh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "%", "_%'\"--", "…·–", "\uD800", "ສະບາຍດີ"})
    void signs_alone_are_no_words_and_fit_nothing(String typed) {
        var words = SearchWords.of(typed);
        assertThat(words.empty()).isTrue();
        assertThat(words.match("Định Hóa")).isEmpty();
        assertThat(words.mentionedIn("dinh hoa")).isFalse();
    }

    /** In a long text a part of a word would be found nearly everywhere. */
    @Test
    void a_text_mentions_words_by_their_beginnings() {
        assertThat(SearchWords.of("yên phổ").mentionedIn("phuong ba hang thanh pho pho yen"))
                .isTrue();
        assertThat(SearchWords.of("yên").mentionedIn("tinh thai nguyen")).isFalse();
        assertThat(SearchWords.of("phổ xx").someIn(List.of("thi tran", "pho yen")))
                .isTrue();
        assertThat(SearchWords.of("yên").someIn(List.of("nguyen"))).isFalse();
    }

    @Test
    void the_best_of_several_names_counts() {
        assertThat(SearchWords.of("hoa").match("Thị trấn Chợ Chu", "Xã Định Hóa", "Hóa"))
                .contains(Match.EXACT);
    }

    @Test
    void patterns_hold_letters_and_digits_only_the_longest_first_and_short_words_at_beginnings() {
        assertThat(SearchWords.of("an %_\\ nguyễn an").patterns()).containsExactly("%nguyen%", "% an%");
        assertThat(SearchWords.of("a ".repeat(40)).words()).hasSize(1);
        String many = String.join(
                " ",
                Stream.iterate(10, n -> n + 1).limit(30).map(Object::toString).toList());
        assertThat(SearchWords.of(many).words()).hasSize(10);
    }

    @Test
    void what_names_the_kind_is_left_out_unless_it_is_all_there_is() {
        assertThat(SearchWords.of("sạp A1").without("sạp", "quầy").text()).isEqualTo("a1");
        assertThat(SearchWords.of("sạp").without("sạp").text()).isEqualTo("sap");
    }

    @Test
    void what_is_goes_before_what_was_of_an_equal_fit() {
        var was = new SearchHit(Match.EXACT, true, "Huyện Định Hóa", "", "");
        var is = new SearchHit(Match.EXACT, false, "Xã Định Hóa", "", "");
        var better = new SearchHit(Match.PREFIX, false, "Xã Định Hóa Mới", "", "");
        assertThat(Stream.of(better, was, is).sorted(SearchHit.BEST)).containsExactly(is, was, better);
    }
}
