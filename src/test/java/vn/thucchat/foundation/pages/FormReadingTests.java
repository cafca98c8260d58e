package vn.thucchat.foundation.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.InstantSource;
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
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.vietnamese.Vnd;
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

    @Autowired
    InstantSource clock;

    private Form<Sample> read(Map<String, String> typed) {
        var sent = new HashMap<String, String[]>();
        typed.forEach((field, text) -> sent.put(field, new String[] {text}));
        return read(Sample.class, sent);
    }

    private <T> Form<T> read(Class<T> type, Map<String, String[]> sent) {
        return new FormReading(conversion, validator).read(type, sent, Rendering.texts(Rendering.VIETNAMESE));
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
        assertThat(Form.blank(Rendering.texts(Rendering.VIETNAMESE), Map.of("q", "a\0b" + "x".repeat(50_000)))
                        .text("q"))
                .startsWith("abx")
                .hasSize(9_999);
    }

    record Many(
            @Size(min = 5, max = 20, message = "text.too-long") @Multiline
            String words,

            List<Colour> colours,
            @Multiline Map<String, String> note,
            boolean ticked,
            int count) {}

    @Test
    void a_text_may_have_lines_a_field_be_sent_several_times_and_stand_for_each_of_many_things() {
        Form<Many> form = read(
                Many.class,
                Map.of(
                        "words", new String[] {" a\r\nb\tc\0d\n"},
                        "colours", new String[] {"RED", "GREEN"},
                        "note.x-1.y", new String[] {"one\ntwo"},
                        "note", new String[] {"nobody's"},
                        "ticked", new String[] {"true"}));

        assertThat(form.value())
                .isEqualTo(
                        new Many("a\nb cd", List.of(Colour.RED, Colour.GREEN), Map.of("x-1.y", "one\ntwo"), true, 0));
        assertThat(form.texts("colours")).containsExactly("RED", "GREEN");
        assertThat(form.text("note.x-1.y")).isEqualTo("one\ntwo");
    }

    @Test
    void what_could_be_read_is_known_although_something_is_wrong_and_a_rule_says_what_is_the_most() {
        Form<Many> form = read(
                Many.class,
                Map.of("words", new String[] {"x".repeat(21)}, "colours", new String[] {"BLUE"}, "count", new String[] {
                    "7"
                }));

        assertThat(form.faults()).extracting(Fault::field).containsExactly("words", "colours");
        assertThat(Fault.of(form.faults(), "words")).contains("20");
        assertThat(form.soFar().count()).isEqualTo(7);
        assertThat(form.soFar().words()).hasSize(21);
        assertThat(form.soFar().colours()).isNull();
    }

    record Dated(@FutureOrPresent(message = "form.day.past") LocalDate due) {}

    @Test
    void today_is_the_day_of_the_platform_s_clock_in_vietnam() {
        LocalDate today = BusinessTime.day(clock.instant());

        assertThat(read(Dated.class, Map.of("due", new String[] {today.toString()}))
                        .faults())
                .isEmpty();
        assertThat(read(
                                Dated.class,
                                Map.of("due", new String[] {today.minusDays(1).toString()}))
                        .faults())
                .hasSize(1);
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
