package vn.thucchat.foundation.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    private static final UUID ID = UUID.fromString("0193752c-5e30-7c3a-9d0f-2b1f6a1c9b11");
    private static final Instant AT = Instant.parse("2022-08-08T02:00:00.123456Z");
    private static final LocalDate DAY = LocalDate.of(2022, 8, 8);

    @Test
    void keys_come_back_as_they_were_written_and_the_start_is_before_all() {
        String text = Cursor.of("Đặng Thử", ID, AT, DAY, -7L);
        assertThat(text).matches("[A-Za-z0-9_-]+");
        Cursor cursor = Cursor.read(text);
        assertThat(cursor.start()).isFalse();
        assertThat(cursor.text(0, "")).isEqualTo("Đặng Thử");
        assertThat(cursor.id(1, new UUID(0, 0))).isEqualTo(ID);
        assertThat(cursor.at(2, Instant.EPOCH)).isEqualTo(AT);
        assertThat(cursor.day(3, LocalDate.EPOCH)).isEqualTo(DAY);
        assertThat(cursor.number(4, 0)).isEqualTo(-7);
        assertThat(Cursor.read(null).text(0, "first")).isEqualTo("first");
        assertThat(Cursor.read("").start()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "%00", "AA", "é", "1_2", "=", "YQ=="})
    void what_no_list_has_written_is_a_bad_request(String text) {
        refused(() -> Cursor.read(text).id(0, ID));
    }

    @Test
    void keys_of_another_list_are_a_bad_request() {
        refused(() -> Cursor.read(Cursor.of("a")).text(1, ""));
        refused(() -> Cursor.read(Cursor.of("1-1-1-1-1")).id(0, ID));
        refused(() -> Cursor.read(Cursor.of("+1000000-01-01T00:00:00Z")).at(0, AT));
        refused(() -> Cursor.read(Cursor.of("-0001-01-01T00:00:00Z")).at(0, AT));
        refused(() -> Cursor.read(Cursor.of("+999999-01-01")).day(0, DAY));
        refused(() -> Cursor.read(Cursor.of("1e3")).number(0, 0));
        refused(() -> Cursor.read(Cursor.of("x".repeat(5_000))));
    }

    /** Whatever an address holds, the answer is a place or a bad request, never a broken page. */
    @Property(tries = 500)
    void any_text_is_read_or_refused(@ForAll String text) {
        try {
            Cursor.read(text).text(0, "");
        } catch (Problem refused) {
            assertThat(refused).hasMessage("400 BAD_REQUEST pager.fault");
        }
    }

    @Test
    void a_list_in_memory_is_cut_at_places() {
        List<Integer> all = List.of(1, 2, 3, 4, 5);
        Slice<Integer> first = Slice.part(all, Cursor.START, 2);
        assertThat(first.items()).containsExactly(1, 2);
        Slice<Integer> last = Slice.part(all, Cursor.read(Cursor.of(4)), 2);
        assertThat(last).isEqualTo(new Slice<>(List.of(5), null));
        assertThat(Slice.part(all, Cursor.read(Cursor.of(-9)), 2)).isEqualTo(first);
        assertThat(Slice.part(all, Cursor.read(Cursor.of(99)), 2).items()).isEmpty();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable read) {
        assertThatThrownBy(read).isInstanceOf(Problem.class).hasMessage("400 BAD_REQUEST pager.fault");
    }
}
