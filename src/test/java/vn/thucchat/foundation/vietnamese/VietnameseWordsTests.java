package vn.thucchat.foundation.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thucchat.foundation.vietnamese.VietnameseWords.Manner;

@NullMarked
class VietnameseWordsTests {

    private static final List<String> DIGITS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
    private static final Map<String, Integer> OTHER_ONES = Map.of("mốt", 1, "tư", 4, "lăm", 5);
    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | không",
                "1 | một",
                "4 | bốn",
                "5 | năm",
                "10 | mười",
                "11 | mười một",
                "14 | mười bốn",
                "15 | mười lăm",
                "20 | hai mươi",
                "21 | hai mươi mốt",
                "24 | hai mươi tư",
                "25 | hai mươi lăm",
                "55 | năm mươi lăm",
                "100 | một trăm",
                "101 | một trăm linh một",
                "104 | một trăm linh bốn",
                "105 | một trăm linh năm",
                "110 | một trăm mười",
                "115 | một trăm mười lăm",
                "1000 | một nghìn",
                "1005 | một nghìn không trăm linh năm",
                "1015 | một nghìn không trăm mười lăm",
                "10000 | mười nghìn",
                "35000 | ba mươi lăm nghìn",
                "105000 | một trăm linh năm nghìn",
                "199800 | một trăm chín mươi chín nghìn tám trăm",
                "1000000 | một triệu",
                "1000005 | một triệu không trăm linh năm",
                "1005000 | một triệu không trăm linh năm nghìn",
                "1050000 | một triệu không trăm năm mươi nghìn",
                "21000000 | hai mươi mốt triệu",
                "1000000000 | một tỷ",
                "1000000005 | một tỷ không trăm linh năm",
                "1005000000 | một tỷ không trăm linh năm triệu",
                "1000000000000 | một nghìn tỷ",
                "1500000000000 | một nghìn năm trăm tỷ",
                "1000000000000000000 | một tỷ tỷ",
                "-35000 | âm ba mươi lăm nghìn",
            })
    void is_said_as_people_and_banks_say_it(long value, String words) {
        assertThat(VietnameseWords.amount(value)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "105 | một trăm lẻ năm",
                "35000 | ba mươi lăm ngàn",
                "1000005 | một triệu không trăm lẻ năm",
                "105005000 | một trăm lẻ năm triệu không trăm lẻ năm ngàn",
            })
    void the_south_says_some_words_otherwise(long value, String words) {
        assertThat(VietnameseWords.amount(value, Manner.SOUTHERN)).isEqualTo(words);
    }

    @Property
    void words_read_back_are_the_number(@ForAll long value, @ForAll Manner manner) {
        assertThat(number(VietnameseWords.amount(value, manner))).isEqualTo(BigInteger.valueOf(value));
    }

    @Property
    void so_are_the_words_of_everyday_amounts(
            @ForAll @LongRange(min = 0, max = 2_000_000_000) long value, @ForAll Manner manner) {
        assertThat(number(VietnameseWords.amount(value, manner))).isEqualTo(BigInteger.valueOf(value));
    }

    @Example
    void so_are_those_at_the_ends_of_the_range() {
        for (long value : new long[] {Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE})
            assertThat(number(VietnameseWords.amount(value))).isEqualTo(BigInteger.valueOf(value));
    }

    /** Reads words as a listener would, who knows nothing of how they were made. */
    private static BigInteger number(String said) {
        var total = BigInteger.ZERO;
        long billions = 0;
        long group = 0;
        int power = 0;
        int last = 0;
        var words = List.of(said.replaceFirst("^âm ", "").split(" "));
        for (String word : words) {
            if (power > 0 && !word.equals("tỷ")) {
                total = total.add(BigInteger.valueOf(billions).multiply(BILLION.pow(power)));
                billions = 0;
                power = 0;
            }
            switch (word) {
                case "trăm" -> {
                    group += 99L * last;
                    last = 0;
                }
                case "mười" -> group += 10;
                case "mươi" -> {
                    group += 9L * last;
                    last = 0;
                }
                case "linh", "lẻ" -> {}
                case "nghìn", "ngàn" -> {
                    billions += group * 1_000;
                    group = 0;
                }
                case "triệu" -> {
                    billions += group * 1_000_000;
                    group = 0;
                }
                case "tỷ" -> {
                    billions += group;
                    group = 0;
                    power++;
                }
                default -> {
                    last = OTHER_ONES.getOrDefault(word, DIGITS.indexOf(word));
                    assertThat(last).as(word).isNotNegative();
                    group += last;
                }
            }
        }
        total = total.add(BigInteger.valueOf(billions + group).multiply(BILLION.pow(power)));
        return said.startsWith("âm ") ? total.negate() : total;
    }

    @Example
    void no_two_of_the_first_ten_thousand_sound_alike() {
        assertThat(IntStream.range(0, 10_000).mapToObj(VietnameseWords::amount).collect(Collectors.toSet()))
                .hasSize(10_000);
    }
}
