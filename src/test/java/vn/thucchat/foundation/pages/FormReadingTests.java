package vn.thucchat.foundation.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.format.support.FormattingConversionService;
import vn.thucchat.foundation.papers.Vnd;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Rendering;

@ApplicationTest
@NullMarked
class FormReadingTests {

    enum Colour {
        RED,
        GREEN
    }

    record Sample(
            @Size(min = 1, max = 10, message = "payments.banks.name.fault")
            String name,

            @NotNull(message = "payments.banks.from.fault") LocalDate day,
            @Nullable @Vnd Long amount,
            @Nullable BigDecimal area,
            @Nullable Colour colour,
            @Nullable UUID id) {

        @AssertTrue(message = "market.future.fault")
        boolean isRight() {
            return area == null || area.signum() >= 0;
        }
    }

    @Autowired
    FormattingConversionService conversion;

    @Autowired
    Validator validator;

    private Form<Sample> read(Map<String, String> typed) {
        var sent = new HashMap<String, String[]>();
        typed.forEach((field, text) -> sent.put(field, new String[] {text}));
        return new FormReading(conversion, validator).read(Sample.class, sent, Rendering.texts(Rendering.VIETNAMESE));
    }

    @Test
    void what_people_type_becomes_what_they_mean() {
        Form<Sample> form = read(Map.of(
                "name", "  \u00D0a\u0323t\u0007 ",
                "day", "5/1/2026",
                "amount", "1,5 triệu",
                "area", "4,5",
                "colour", "GREEN",
                "id", "01a22643-3c90-70a9-bd27-ee9888760188"));

        assertThat(form.faults()).isEmpty();
        assertThat(form.value())
                .isEqualTo(new Sample(
                        "Đạt",
                        LocalDate.of(2026, 1, 5),
                        1_500_000L,
                        new BigDecimal("4.5"),
                        Colour.GREEN,
                        UUID.fromString("01a22643-3c90-70a9-bd27-ee9888760188")));
    }

    @Test
    void every_field_is_checked_whatever_is_wrong_with_the_others_and_nothing_typed_is_lost() {
        Form<Sample> form =
                read(Map.of("day", "31/2/2026", "amount", "1.23", "area", "1.234", "colour", "BLUE", "id", "x"));

        assertThat(form.wrong()).isTrue();
        assertThat(form.faults())
                .extracting(Fault::field)
                .containsExactly("name", "day", "amount", "area", "colour", "id");
        assertThat(Fault.of(form.faults(), "area")).contains("1234", "1,2340");
        assertThat(Fault.of(form.faults(), "day")).contains("31/2/2026");
        assertThat(form.text("amount")).isEqualTo("1.23");
        assertThatThrownBy(form::value).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void a_field_is_one_line_wherever_it_comes_from() {
        assertThat(read(Map.of("name", " a\r\nb\tc\0 ", "day", "1/1/2026"))
                        .value()
                        .name())
                .isEqualTo("a  b c");
        assertThat(Form.blank(Rendering.texts(Rendering.VIETNAMESE), Map.of("q", "a\0b" + "x".repeat(5_000)))
                        .text("q"))
                .startsWith("a bx")
                .hasSize(300);
    }

    @Test
    void what_was_not_sent_is_nothing_and_what_must_be_there_is_missed() {
        Form<Sample> form = read(Map.of());

        assertThat(form.faults()).extracting(Fault::field).containsExactly("name", "day");
        assertThat(form.valueOr(new Sample("a", LocalDate.EPOCH, null, null, null, null))
                        .name())
                .isEqualTo("a");
    }

    @Test
    void an_amount_below_nothing_and_a_day_long_ago_are_refused() {
        assertThat(read(Map.of("name", "a", "day", "1/1/1900", "amount", "-1")).faults())
                .extracting(Fault::field)
                .containsExactly("day", "amount");
    }

    @Test
    void what_is_found_later_joins_what_was_found_before() {
        Form<Sample> form = read(Map.of("name", "a", "day", "1/1/2026", "area", "-1"));
        assertThat(form.faults()).hasSize(1);

        Form<Sample> more = form.with(new Result.Invalid(List.of(new FieldError("name", "payments.banks.name.fault"))))
                .with("", "result.stale");
        assertThat(more.faults()).hasSize(3);
        assertThat(more.text("area")).isEqualTo("-1");
        assertThatThrownBy(() -> form.with(new Result.NotFound())).isInstanceOf(Problem.class);
    }
}
