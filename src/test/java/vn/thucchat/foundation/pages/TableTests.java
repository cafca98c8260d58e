package vn.thucchat.foundation.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTests {

    private enum Order {
        NAME,
        DUE
    }

    private static final Table.Column NAME = Table.Column.by(Order.NAME, "name");
    private static final Table.Column DUE = Table.Column.by(Order.DUE, "due");
    private static final Table.Column ROLE = Table.Column.of("role");

    private final Table table = Table.of(
                    "/list", List.of(NAME, DUE, ROLE), Cursor.read(Cursor.of(1)), new Slice<>(List.of("row"), "abc"))
            .filtered("q", "Đặng & con")
            .filtered("kind", "")
            .sorted(new Sort<>(Order.NAME, false));

    @Test
    void a_heading_sorts_up_then_down_keeps_the_filters_and_begins_anew() {
        assertThat(table.ordered(NAME)).isEqualTo("/list?q=%C4%90%E1%BA%B7ng+%26+con&sort=-NAME");
        assertThat(table.ordered(DUE)).isEqualTo("/list?q=%C4%90%E1%BA%B7ng+%26+con&sort=DUE");
        assertThat(table.sorted(new Sort<>(Order.NAME, true)).ordered(NAME)).endsWith("&sort=NAME");
        assertThat(table.ariaSort(NAME)).isEqualTo("ascending");
        assertThat(table.ariaSort(DUE)).isNull();
        assertThat(table.ariaSort(ROLE)).isNull();
        assertThat(table.orders()).containsExactly(NAME, DUE);
    }

    @Test
    void the_parts_follow_one_another() {
        assertThat(table.toNext()).endsWith("&sort=NAME&cursor=abc");
        assertThat(table.toFirst()).endsWith("&sort=NAME");
        Table whole = Table.of("/list", List.of(ROLE), Cursor.START, new Slice<>(List.of(), null));
        assertThat(whole.toFirst()).isNull();
        assertThat(whole.toNext()).isNull();
        assertThat(whole.toStart()).isEqualTo("/list");
        assertThat(whole.empty()).isTrue();
        assertThat(whole.filtering()).isFalse();
        assertThat(table.filtering()).isTrue();
        assertThat(whole.filtered("state", "OVERDUE", "OVERDUE").filtering())
                .as("as the list is by itself")
                .isFalse();
        assertThat(whole.filtered("state", "SEEN", "OVERDUE").filtering()).isTrue();
    }

    @Test
    void only_what_the_enum_allows_is_an_order() {
        assertThat(Sort.read("-DUE", Order.class)).isEqualTo(new Sort<>(Order.DUE, true));
        for (String other : List.of("", "-", "due", "NAME; DROP TABLE", "--NAME"))
            assertThatThrownBy(() -> Sort.read(other, Order.class)).hasMessage("400 BAD_REQUEST table.sort.fault");
    }
}
