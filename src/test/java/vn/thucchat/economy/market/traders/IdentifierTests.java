package vn.thucchat.economy.market.traders;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thucchat.economy.market.register.StallNumber;

/** What people type about themselves, and what is made of it. */
@NullMarked
class IdentifierTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100233488",
                "0314409058",
                "0102154778",
                "0105313144",
                "0100109106",
                "4600100155",
                "4600000016",
                "4600000023",
                "4600000030",
                "4600000048",
                "4600100155-001",
                "019185001234"
            })
    void tax_codes_that_are_sound(String code) {
        assertThat(TaxCode.read(code)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100233489",
                "4600000070",
                "4600000190",
                "4600000200",
                "4600100155-000",
                "0100000000",
                "460010015",
                "46001001555",
                "",
                "abc",
                "０１００２３３４８８"
            })
    void tax_codes_that_are_not(String code) {
        assertThat(TaxCode.read(code)).isEmpty();
    }

    @Test
    void a_branch_is_written_with_its_hyphen() {
        assertThat(TaxCode.read("4600100155001")).contains("4600100155-001");
        assertThat(TaxCode.read("4600 100 155")).contains("4600100155");
    }

    @ParameterizedTest
    @CsvSource({
        "0912 345 678, 0912345678",
        "+84 912.345.678, 0912345678",
        "84912345678, 0912345678",
        "02083854412, 02083854412",
        "0208 3854 412, 02083854412"
    })
    void telephones_are_brought_to_one_form(String typed, String number) {
        assertThat(Phone.read(typed)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0112345678", "091234567", "09123456789", "+1 912 345 678", "không"})
    void telephones_that_are_none(String typed) {
        assertThat(Phone.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"19185001234", "019485001234", "000185001234", "0191850012345", "01918500123a", ""})
    void personal_numbers_that_are_none(String typed) {
        assertThat(PersonalNumber.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a 12, A-12", "Ki ốt 3, KI-OT-3", "b/7, B/7", "C.1-đ, C.1-D", "12, 12"})
    void stall_numbers_are_brought_to_one_form(String typed, String number) {
        assertThat(StallNumber.read(typed)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "!!!", "/a", "012345678901234567890", "<script>alert(1)</script>"})
    void stall_numbers_that_are_none(String typed) {
        assertThat(StallNumber.read(typed)).isEmpty();
    }

    @Test
    void places_sort_as_people_count() {
        assertThat(StallNumber.place("A2").compareTo(StallNumber.place("A10"))).isNegative();
        assertThat(StallNumber.place("")).isEmpty();
    }
}
