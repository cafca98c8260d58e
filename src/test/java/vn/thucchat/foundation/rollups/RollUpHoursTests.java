package vn.thucchat.foundation.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class RollUpHoursTests {

    private record Act(int hour, long count, long amount, int subject) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void in_any_order_and_in_any_pieces_the_bytes_are_the_same_and_few_subjects_are_told_apart(long seed) {
        var random = new Random(seed);
        var acts = new ArrayList<Act>();
        for (int i = 0; i < 60; i++)
            acts.add(new Act(
                    random.nextInt(6) * 4,
                    random.nextInt(3),
                    random.nextLong(-5_000, 1L << random.nextInt(1, 50)),
                    random.nextInt(1 << random.nextInt(1, 31))));
        byte[] atOnce = of(acts).bytes();
        Collections.shuffle(acts, random);
        var inPieces = new RollUpHours();
        for (int from = 0; from < acts.size(); from += 7)
            inPieces.add(of(acts.subList(from, Math.min(acts.size(), from + 7))).bytes());
        assertThat(inPieces.bytes()).isEqualTo(atOnce);
        inPieces.forEach((hour, count, amount, subjects) -> {
            List<Act> then = acts.stream().filter(act -> act.hour == hour).toList();
            Set<Integer> distinct = new HashSet<>();
            then.forEach(act -> distinct.add(act.subject));
            assertThat(count).isEqualTo(then.stream().mapToLong(Act::count).sum());
            assertThat(amount).isEqualTo(then.stream().mapToLong(Act::amount).sum());
            assertThat(subjects).isEqualTo(Math.min(distinct.size(), 5));
        });
    }

    @Test
    void the_largest_numbers_are_kept_whole() {
        var hours = new RollUpHours();
        hours.add(23, Long.MAX_VALUE, Long.MIN_VALUE);
        hours.addSubject(23, Integer.MAX_VALUE);
        var read = new RollUpHours();
        read.add(hours.bytes());
        read.forEach((hour, count, amount, subjects) -> assertThat(List.<Number>of(hour, count, amount, subjects))
                .containsExactly(23, Long.MAX_VALUE, Long.MIN_VALUE, 1));
        assertThat(read.bytes()).isEqualTo(hours.bytes());
        assertThat(new RollUpHours().bytes()).isEmpty();
    }

    private static RollUpHours of(List<Act> acts) {
        var hours = new RollUpHours();
        for (Act act : acts) {
            hours.add(act.hour, act.count, act.amount);
            hours.addSubject(act.hour, act.subject);
        }
        return hours;
    }
}
