package vn.thucchat.foundation.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.maps.MapLabels.Label;

/** Names on a map never cover each other. */
class MapLabelsTests {

    private static final MapLabels LABELS = new MapLabels(400, 400, 15);

    @Test
    void a_name_beside_a_longer_one_moves_by_a_line_and_a_third_is_left_out() {
        List<Label<Integer>> wanted = List.of(
                new Label<>(1, "Phan Đình Phùng", 200, 100),
                new Label<>(2, "Đại Phúc", 190, 101),
                new Label<>(3, "Trưng Vương", 210, 99),
                new Label<>(4, "Gia Sàng", 205, 103),
                new Label<>(5, "Sảng Mộc", 200, 300));
        List<Label<Integer>> placed = LABELS.placed(wanted);
        assertThat(placed).extracting(Label::key).containsExactly(1, 2, 3, 5);
        assertThat(placed.getFirst()).isEqualTo(wanted.getFirst());
        assertThat(placed.get(1).y()).isLessThan(90);
        assertThat(placed.get(2).y()).isGreaterThan(110);
    }

    @Test
    void a_name_at_the_edge_moves_in() {
        assertThat(LABELS.placed(List.of(new Label<>("", "Phan Đình Phùng", 399, 50)))
                        .getFirst()
                        .x())
                .isLessThan(340);
    }

    @Test
    void a_name_is_whole_within_the_map_or_not_there() {
        List<Label<Integer>> wanted = List.of(
                new Label<>(1, "Sảng Mộc", 200, 1),
                new Label<>(2, "Nghinh Tường", 200, 9),
                new Label<>(3, "Thần Sa", 200, 2),
                new Label<>(4, "Phổ Yên", 200, 399),
                new Label<>(5, "Tân Phú", 200, 395),
                new Label<>(6, "Thuận Thành", 200, 398));
        List<Label<Integer>> placed = LABELS.placed(wanted);
        assertThat(placed)
                .extracting(Label::key)
                .as("no room is left for a third")
                .containsExactly(1, 2, 4, 5);
        assertThat(placed).extracting(Label::y).allMatch(y -> y >= 15 * 1.15 / 2 && y <= 400 - 15 * 1.15 / 2);
    }

    @Property
    void no_two_names_meet_and_the_first_is_always_there(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 1, max = 399) Double> at) {
        var wanted = new ArrayList<Label<Integer>>();
        for (int i = 0; i < at.size(); i++) wanted.add(new Label<>(i, "x".repeat(1 + i % 16), at.get(i), 20 + i * 7));
        List<Label<Integer>> placed = LABELS.placed(wanted);
        assertThat(placed.getFirst().key()).isZero();
        for (Label<Integer> one : placed)
            for (Label<Integer> other : placed)
                if (one.key() < other.key())
                    assertThat(Math.abs(one.y() - other.y()) >= 17
                                    || Math.abs(one.x() - other.x())
                                            >= (one.text().length()
                                                                    + other.text()
                                                                            .length())
                                                            * 15
                                                            * 0.56
                                                            / 2
                                                    - 0.01)
                            .as(one + " " + other)
                            .isTrue();
    }
}
