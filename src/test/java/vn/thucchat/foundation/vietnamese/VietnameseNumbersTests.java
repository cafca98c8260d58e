package vn.thucchat.foundation.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
                "120.000 | 120000",
                "120,000 | 120000",
                "120 000 | 120000",
                "'120\u00A0000' | 120000",
                "'1\u2009120\u202F000' | 1120000",
                "120000 | 120000",
                "1.234 | 1234",
                "1,234 | 1234",
                "1,234,567 | 1234567",
                "120.000đ | 120000",
                "120.000 đồng | 120000",
                "₫120,000 | 120000",
                "120000 VND | 120000",
                "120.000,00 | 120000",
                "120,000.00 | 120000",
                "120000.00 | 120000",
                "35k | 35000",
                "35K | 35000",
                "35 nghìn | 35000",
                "1,5 triệu | 1500000",
                "1.5 triệu đồng | 1500000",
                "1tr5 | 1500000",
                "1tr250 | 1250000",
                "2 tỷ | 2000000000",
                "2 tỉ | 2000000000",
                "1 triệu rưỡi | 1500000",
                "-35.000 | -35000",
                "−35k | -35000"
            })
    void dong_and_counts_mean_whole_numbers(String typed, BigDecimal meant) {
        assertThat(VietnameseNumbers.whole(typed).value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(meant));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.23 | 1,23 | 123",
                "12,5 | 12,5 | 125",
                "120.00 | 120 | 12000",
                "1.234 triệu | 1.234.000.000 | 1.234.000",
                "1tr25 | 1.250.000 | 1.025.000",
                "1234.567 | 1234,5670 | 1.234.567"
            })
    void a_whole_number_that_may_be_two_is_refused_with_both(String typed, String one, String other) {
        assertThat(VietnameseNumbers.whole(typed))
                .isEqualTo(new Parsed.Refused<>("number.unclear.whole", List.of(typed, one, other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11,27 | 11.27",
                "12.5 | 12.5",
                "0.125 | 0.125",
                "0,125 | 0.125",
                "1.2345 | 1.2345",
                "1234,5 | 1234.5",
                "1.234,5 | 1234.5",
                "1,234.5 | 1234.5",
                "1 234,5 | 1234.5",
                "1 234 | 1234",
                "1234 | 1234",
                "1.234.567 | 1234567",
                "1,234,567.89 | 1234567.89",
                "-5 | -5",
                "−4,27 | -4.27",
                "+4,27 | 4.27"
            })
    void decimals_stand_behind_comma_or_point(String typed, BigDecimal meant) {
        assertThat(VietnameseNumbers.decimal(typed).value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(meant));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.234 | 1234 | 1,2340", "1,234 | 1234 | 1,2340", "-12.500 | -12500 | -12,5"})
    void a_decimal_number_that_may_be_two_is_refused_with_both(String typed, String one, String other) {
        assertThat(VietnameseNumbers.decimal(typed))
                .isEqualTo(new Parsed.Refused<>("number.unclear", List.of(typed, one, other)));
        assertThat(VietnameseNumbers.decimal(one).value()).isPresent();
        assertThat(VietnameseNumbers.decimal(other).value()).isPresent();
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
                "1e5",
                "12%",
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
                "120  000",
                "k",
                "triệu",
                "1,5tr5",
                "99999999999999999999999999999999999999999"
            })
    void what_has_no_meaning_is_no_number(String typed) {
        assertThat(VietnameseNumbers.whole(typed).value()).isEmpty();
        assertThat(VietnameseNumbers.decimal(typed).value()).isEmpty();
    }

    @Property
    void what_is_written_is_read_as_the_same(@ForAll long digits, @ForAll @IntRange(max = 9) int scale) {
        var value = new BigDecimal(BigInteger.valueOf(digits), scale);
        String written = VietnameseNumbers.write(value);
        assertThat(VietnameseNumbers.decimal(written).value().orElseThrow()).isEqualByComparingTo(value);
        VietnameseNumbers.whole(written)
                .value()
                .ifPresent(whole -> assertThat(whole).isEqualByComparingTo(value));
        if (value.stripTrailingZeros().scale() <= 0)
            assertThat(VietnameseNumbers.whole(written).value()).isPresent();
    }

    @Property
    void no_text_is_two_values_at_two_doors(@ForAll("numberLike") String text) {
        var whole = VietnameseNumbers.whole(text).value();
        var decimal = VietnameseNumbers.decimal(text).value();
        if (whole.isPresent() && decimal.isPresent()) assertThat(whole.get()).isEqualByComparingTo(decimal.get());
    }

    @Provide
    Arbitrary<String> numberLike() {
        return Arbitraries.strings()
                .withChars("0123456789.,  -+kđ")
                .ofMinLength(1)
                .ofMaxLength(14);
    }

    @Property
    void any_text_is_a_number_or_not_and_never_an_error(@ForAll String text) {
        VietnameseNumbers.whole(text)
                .value()
                .ifPresent(value -> assertThat(text).containsPattern("\\d"));
        VietnameseNumbers.decimal(text)
                .value()
                .ifPresent(value -> assertThat(text).containsPattern("\\d"));
    }
}
