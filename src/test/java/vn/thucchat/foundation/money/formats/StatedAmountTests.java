package vn.thucchat.foundation.money.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thucchat.foundation.money.formats.CsvMapping.DecimalStyle;

/** Signs, thousands and currencies of amounts. */
@NullMarked
class StatedAmountTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120000       | 120000",
                "120.000      | 120000",
                "120,000      | 120000",
                "120 000      | 120000",
                "120\u00A0000 | 120000",
                "1\u2009234\u202F567 | 1234567",
                "1\u2009234\u2009567 | 1234567",
                "1'234'567    | 1234567",
                "1.234.567,00 | 1234567",
                "1,234,567.00 | 1234567",
                "1234567.0    | 1234567",
                "(50.000)     | -50000",
                "(50,000.00) VND | -50000",
                "50.000-      | -50000",
                "\u221250.000 | -50000",
                "\u201350,000 | -50000",
                "- 50.000 ₫   | -50000",
                "-₫50.000     | -50000",
                "+70.000      | 70000",
                "70.000 đồng  | 70000",
                "70.000đ      | 70000",
                "VND 70,000   | 70000",
                "70.000 VNĐ   | 70000",
                "70,000 DR    | -70000",
                "70,000 CR    | 70000",
                "0.00         | 0",
                "1.234,567    | ",
                "1.234.00     | ",
                "12,50        | ",
                "1234.5       | ",
                "12.34        | ",
                "-(50.000)    | ",
                "--5          | ",
                "50.000 USD   | ",
                "1e5          | ",
                "''           | ",
                "abc          | "
            })
    void an_amount_is_read_as_banks_write_it(String text, @Nullable Long amount) {
        assertThat(StatedAmount.read(text, null)).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "VIETNAMESE, '35.000', 35000",
        "VIETNAMESE, '35,000', ",
        "ENGLISH, '35,000', 35000",
        "ENGLISH, '35.000', ",
        "ENGLISH, '(35,000)', -35000",
        "VIETNAMESE, '35.000-', -35000",
        "ENGLISH, '35,000.00', 35000",
        "VIETNAMESE, '1 235 000,00', 1235000"
    })
    void a_layout_that_says_how_is_obeyed(DecimalStyle style, String text, @Nullable Long amount) {
        assertThat(StatedAmount.read(text, style)).isEqualTo(amount);
    }
}
