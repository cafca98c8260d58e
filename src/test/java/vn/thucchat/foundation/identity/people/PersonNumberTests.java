package vn.thucchat.foundation.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class PersonNumberTests {

    @Test
    void a_number_is_twelve_digits_however_it_is_written() {
        for (String typed : new String[] {"019087000123", "019 087 000 123", " 019.087.000.123 ", "019-087-000123"})
            assertThat(PersonNumber.read(typed)).as(typed).contains(new PersonNumber("019087000123"));
        for (String typed :
                new String[] {"", "01908700012", "0190870001234", "01908700012A", "٠١٩٠٨٧٠٠٠١٢٣", "9".repeat(50)})
            assertThat(PersonNumber.read(typed)).as(typed).isEmpty();
    }

    @Test
    void the_fourth_digit_tells_the_century() {
        assertThat(new PersonNumber("019087000123").year()).isEqualTo(1987);
        assertThat(new PersonNumber("019187000123").year()).isEqualTo(1987);
        assertThat(new PersonNumber("019203000123").year()).isEqualTo(2003);
        assertThat(new PersonNumber("019303000123").year()).isEqualTo(2003);
        assertThat(new PersonNumber("019303000123").fits(LocalDate.of(2003, 2, 1)))
                .isTrue();
        assertThat(new PersonNumber("019303000123").fits(LocalDate.of(1903, 2, 1)))
                .isFalse();
    }

    @Test
    void most_of_a_number_is_hidden_wherever_it_is_written() {
        var number = new PersonNumber("019087000123");
        assertThat(number.masked()).isEqualTo("019••••••123");
        assertThat(number).hasToString("019••••••123");
    }

    @Test
    void the_line_of_a_card_gives_number_name_and_birthday_and_nothing_else() {
        String line = "019087000123|090123456|Nguyễn Văn An|02031987|Nam|Tổ 5, Phường Phan Đình Phùng|01062021";
        assertThat(CardLine.read(line))
                .contains(new CardLine(new PersonNumber("019087000123"), "Nguyễn Văn An", LocalDate.of(1987, 3, 2)));
        assertThat(CardLine.read("019087000123")).contains(new CardLine(new PersonNumber("019087000123"), "", null));
        // no day of February: the clerk types it
        assertThat(CardLine.read("019087000123||An|31021987").orElseThrow().born())
                .isNull();
        for (String unreadable : new String[] {"", "|", "nguyen van an", "x".repeat(501)})
            assertThat(CardLine.read(unreadable)).as(unreadable).isEmpty();
    }
}
