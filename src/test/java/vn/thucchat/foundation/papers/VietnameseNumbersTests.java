package vn.thucchat.foundation.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseNumbersTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "11,27 | 11.27",
                "1.234 | 1234",
                "1,234 | 1.234",
                "1.234,5 | 1234.5",
                "1234,5 | 1234.5",
                "1.234.567 | 1234567",
                "1,234.5 | 1234.5",
                "1,234,567 | 1234567",
                "1,234,567.89 | 1234567.89",
                "12.5 | 12.5",
                "1234.567 | 1234.567",
                "0.125 | 0.125",
                "1.2345 | 1.2345",
                "0,125 | 0.125",
                "-5 | -5",
                "−4,27 | -4.27",
                "+4,27 | 4.27",
                "1.000.000.000 | 1000000000"
            })
    void is_read_as_vietnamese_custom_has_it(String typed, BigDecimal meant) {
        assertThat(VietnameseNumbers.parse(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "abc",
                "05437",
                "1.23.456",
                "12.34.5",
                "1.234.56",
                "1,23,456",
                "1.234,5,6",
                "1 234",
                "1e5",
                "12%",
                "10 tỷ",
                "1.234.5",
                "1,234.5,6",
                ",5",
                "5,",
                ".5",
                "5.",
                "--5",
                "٣",
                "NaN",
                "0x1F",
                "1_000",
                "(5)",
                "00,5",
                "01.234",
                "1234.567.890",
                "99999999999999999999999999999999999999999"
            })
    void what_has_no_one_meaning_is_not_a_number(String typed) {
        assertThat(VietnameseNumbers.parse(typed)).isEmpty();
    }

    @Property
    void what_is_written_is_read_as_the_same(@ForAll long digits, @ForAll @IntRange(max = 9) int scale) {
        var value = new BigDecimal(BigInteger.valueOf(digits), scale);
        assertThat(VietnameseNumbers.parse(VietnameseNumbers.write(value)).orElseThrow())
                .isEqualByComparingTo(value);
    }

    @Property
    void any_text_is_a_number_or_not_and_never_an_error(@ForAll String text) {
        VietnameseNumbers.parse(text).ifPresent(value -> assertThat(text).containsPattern("\\d"));
    }
}
