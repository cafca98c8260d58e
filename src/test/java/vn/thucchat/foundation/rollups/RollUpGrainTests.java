package vn.thucchat.foundation.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class RollUpGrainTests {

    @Property
    void pieces_cover_every_day_once(@ForAll @IntRange(max = 1_500) int from, @ForAll @IntRange(max = 900) int days) {
        LocalDate first = LocalDate.of(2020, 1, 1).plusDays(from);
        LocalDate last = first.plusDays(days);
        var covered = new ArrayList<LocalDate>();
        for (RollUpGrain.Piece piece : RollUpGrain.pieces(first, last)) {
            assertThat(piece.grain().start(piece.start())).isEqualTo(piece.start());
            piece.start().datesUntil(piece.grain().end(piece.start())).forEach(covered::add);
        }
        assertThat(covered).isEqualTo(first.datesUntil(last.plusDays(1)).toList());
    }

    @Test
    void whole_stretches_are_taken_whole() {
        assertThat(written(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 6, 30))).isEqualTo("S2022-01-01");
        assertThat(written(LocalDate.of(2022, 4, 1), LocalDate.of(2022, 6, 30)))
                .isEqualTo("M2022-04-01 M2022-05-01 M2022-06-01");
        assertThat(written(LocalDate.of(2022, 12, 30), LocalDate.of(2023, 7, 31)))
                .isEqualTo("D2022-12-30 D2022-12-31 S2023-01-01 M2023-07-01");
        assertThat(RollUpGrain.pieces(LocalDate.of(2022, 1, 2), LocalDate.of(2022, 1, 1)))
                .isEqualTo(List.of());
    }

    private static String written(LocalDate from, LocalDate to) {
        return RollUpGrain.pieces(from, to).stream()
                .map(piece -> piece.grain().name() + piece.start())
                .collect(Collectors.joining(" "));
    }
}
