package vn.thucchat.foundation.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.facts.CellSuppression.Choice;

/** Each letter is a part with subjects of its own. */
@NullMarked
class CellSuppressionTests {

    private final Map<Character, Long> subjects = new TreeMap<>();

    @Test
    void nothing_is_withheld_where_nothing_is_small() {
        subjects.putAll(Map.of('a', 5L, 'b', 0L, 'c', 9L));
        assertThat(withheld("a", "b", "c", "abc")).isEmpty();
    }

    @Test
    void the_smallest_other_sum_is_withheld_with_a_small_one() {
        subjects.putAll(Map.of('a', 3L, 'b', 6L, 'c', 9L));
        assertThat(withheld("c", "abc", "a", "b")).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void small_sums_of_five_subjects_together_need_no_other() {
        subjects.putAll(Map.of('a', 1L, 'b', 4L, 'c', 9L));
        assertThat(withheld("a", "b", "c", "abc")).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void a_sum_that_is_withheld_is_not_the_sum_of_parts_that_are_shown() {
        subjects.putAll(Map.of('a', 3L, 'b', 6L, 'c', 7L, 'd', 40L));
        assertThat(withheld("a", "b", "c", "bc", "d", "abcd")).containsExactlyInAnyOrder("a", "bc", "b");
    }

    @Test
    void a_sum_that_is_withheld_with_another_is_not_alone_elsewhere() {
        subjects.putAll(Map.of('a', 3L, 'b', 6L, 'c', 7L, 'd', 40L));
        var withholding = new CellSuppression<String>(this::count, Comparator.naturalOrder());
        var sums = new TreeMap<String, CellSuppression.Sum<String>>();
        for (String sum : List.of("a", "b", "c", "d", "ab", "bcd"))
            sums.put(sum, withholding.sum(sum, parts(sum), Choice.FREE));
        withholding.family(List.of(sum(sums, "a"), sum(sums, "b"), sum(sums, "ab")));
        withholding.family(List.of(sum(sums, "b"), sum(sums, "c"), sum(sums, "d"), sum(sums, "bcd")));
        assertThat(withholding.withheld()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void what_is_known_is_not_withheld_and_the_whole_yields() {
        subjects.putAll(Map.of('a', 3L, 'b', 6L));
        var withholding = new CellSuppression<String>(this::count, Comparator.naturalOrder());
        withholding.family(List.of(
                withholding.sum("a", parts("a"), Choice.FREE),
                withholding.sum("b", parts("b"), Choice.KNOWN),
                withholding.sum("ab", parts("ab"), Choice.FREE)));
        assertThat(withholding.withheld()).containsExactlyInAnyOrder("a", "ab");
    }

    @Test
    void what_repeats_others_is_withheld_first() {
        subjects.putAll(Map.of('a', 3L, 'b', 60L, 'c', 9L));
        var withholding = new CellSuppression<String>(this::count, Comparator.naturalOrder());
        withholding.family(List.of(
                withholding.sum("a", parts("a"), Choice.FREE),
                withholding.sum("bc", parts("bc"), Choice.FREE),
                withholding.sum("abc", parts("abc"), Choice.FIRST)));
        assertThat(withholding.withheld()).containsExactlyInAnyOrder("a", "abc");
    }

    /** Of places within districts within a province, in any order, of any sizes. */
    @Test
    void no_sum_that_is_shown_tells_of_few_beside_those_within_it() {
        var random = new Random(14);
        for (int round = 0; round < 300; round++) {
            var all = new ArrayList<String>();
            var province = new StringBuilder();
            char next = 'a';
            for (int district = random.nextInt(1, 5); district > 0; district--) {
                var sum = new StringBuilder();
                for (int place = random.nextInt(1, 5); place > 0; place--) {
                    subjects.put(next, (long) random.nextInt(random.nextBoolean() ? 7 : 40));
                    all.add(Character.toString(next));
                    sum.append(next++);
                }
                if (sum.length() > 1) all.add(sum.toString());
                province.append(sum);
            }
            if (!all.contains(province.toString())) all.add(province.toString());
            Set<String> withheld = withheld(all.toArray(String[]::new));
            java.util.Collections.shuffle(all, random);
            assertThat(withheld(all.toArray(String[]::new))).as("in any order").isEqualTo(withheld);
            for (String sum : all) {
                if (withheld.contains(sum)) continue;
                var rest = new HashSet<Character>();
                for (char part : sum.toCharArray()) rest.add(part);
                for (String other : all)
                    if (!withheld.contains(other) && !other.equals(sum) && sum.contains(other))
                        for (char part : other.toCharArray()) rest.remove(part);
                long left = rest.stream().mapToLong(subjects::get).sum();
                assertThat(left == 0 || left >= 5)
                        .as("%s leaves %s of %s, withheld %s", sum, rest, subjects, withheld)
                        .isTrue();
            }
        }
    }

    /** The smallest that has subjects. */
    @Test
    void a_sum_of_nobody_hides_nothing() {
        subjects.putAll(Map.of('a', 3L, 'b', 0L, 'c', 9L));
        assertThat(withheld("a", "b", "c", "abc")).containsExactlyInAnyOrder("a", "c");
    }

    /** By unit, by month: the quarter of the second is withheld with that of the first, and so is one of its months. */
    @Test
    void a_sum_that_is_withheld_in_one_family_is_not_added_up_in_another() {
        Grid grid = grid(new long[][] {{0, 0, 3}, {6, 6, 0}, {20, 10, 0}});
        assertThat(grid.withheld()).contains("c", "de");
        assertThat(grid.withheld().contains("d") || grid.withheld().contains("e"))
                .as("a month of the second")
                .isTrue();
        assertNothingDetermined(grid);
    }

    /** Of four units and three months with their quarter, each published. */
    @Test
    void no_small_sum_is_a_linear_combination_of_those_that_are_shown() {
        var random = new Random(1);
        for (int round = 0; round < 1000; round++) {
            var counts = new long[4][3];
            for (long[] unit : counts)
                for (int month = 0; month < 3; month++)
                    unit[month] = random.nextInt(3) == 0 ? 0 : random.nextInt(random.nextBoolean() ? 8 : 30);
            assertNothingDetermined(grid(counts));
        }
    }

    private record Grid(Map<Character, Long> subjects, Set<String> all, Set<String> withheld) {}

    /** Units by months, with the quarter and the unit above them; parts of nobody are in no sum. */
    private Grid grid(long[][] counts) {
        subjects.clear();
        var withholding = new CellSuppression<String>(this::count, Comparator.naturalOrder());
        int months = counts[0].length;
        var byPeriod = new ArrayList<List<CellSuppression.Sum<String>>>();
        for (int period = 0; period <= months; period++) byPeriod.add(new ArrayList<>());
        var all = new HashSet<String>();
        for (int unit = 0; unit <= counts.length; unit++) {
            var family = new ArrayList<CellSuppression.Sum<String>>();
            for (int period = 0; period <= months; period++) {
                var parts = new StringBuilder();
                for (int i = 0; i < counts.length; i++)
                    for (int month = 0; month < months; month++) {
                        if ((unit < counts.length && i != unit) || (period < months && month != period)) continue;
                        char part = (char) ('a' + i * months + month);
                        subjects.put(part, counts[i][month]);
                        if (counts[i][month] > 0) parts.append(part);
                    }
                if (parts.isEmpty()) continue;
                String name = parts + "/" + unit + "/" + period;
                all.add(parts.toString());
                var sum = withholding.sum(name, parts(parts.toString()), Choice.FREE);
                family.add(sum);
                byPeriod.get(period).add(sum);
            }
            withholding.family(family);
        }
        byPeriod.forEach(withholding::family);
        var withheld = new HashSet<String>();
        for (String name : withholding.withheld()) withheld.add(name.substring(0, name.indexOf('/')));
        return new Grid(new TreeMap<>(subjects), all, withheld);
    }

    private void assertNothingDetermined(Grid grid) {
        List<String> shown = grid.all().stream()
                .filter(sum -> !grid.withheld().contains(sum))
                .sorted()
                .toList();
        int rank = rank(shown);
        for (String sum : grid.all()) {
            long size = count(parts(sum))[0];
            if (size >= 5) continue;
            var with = new ArrayList<>(shown);
            with.add(sum);
            assertThat(rank(with))
                    .as("%s of %s, shown %s", sum, grid.subjects(), shown)
                    .isEqualTo(rank + 1);
        }
    }

    /** By elimination without fractions, so that nothing is rounded. */
    private static int rank(List<String> sums) {
        var rows = new ArrayList<BigInteger[]>();
        for (String sum : sums) {
            var row = new BigInteger[26];
            for (int i = 0; i < row.length; i++) row[i] = sum.indexOf('a' + i) < 0 ? BigInteger.ZERO : BigInteger.ONE;
            rows.add(row);
        }
        int rank = 0;
        for (int column = 0; column < 26 && rank < rows.size(); column++) {
            int found = rank;
            while (found < rows.size() && rows.get(found)[column].signum() == 0) found++;
            if (found == rows.size()) continue;
            java.util.Collections.swap(rows, rank, found);
            BigInteger[] pivot = rows.get(rank++);
            for (BigInteger[] row : rows.subList(rank, rows.size())) {
                BigInteger factor = row[column];
                for (int i = 0; i < row.length; i++)
                    row[i] = row[i].multiply(pivot[column]).subtract(pivot[i].multiply(factor));
            }
        }
        return rank;
    }

    private Set<String> withheld(String... all) {
        var withholding = new CellSuppression<String>(this::count, Comparator.naturalOrder());
        var family = new ArrayList<CellSuppression.Sum<String>>();
        for (String sum : all) family.add(withholding.sum(sum, parts(sum), Choice.FREE));
        withholding.family(family);
        return withholding.withheld();
    }

    private static CellSuppression.Sum<String> sum(Map<String, CellSuppression.Sum<String>> sums, String name) {
        return java.util.Objects.requireNonNull(sums.get(name));
    }

    private static BitSet parts(String letters) {
        return letters.chars().map(letter -> letter - 'a').collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private long[] count(BitSet parts) {
        return new long[] {
            parts.stream()
                    .mapToLong(part -> subjects.getOrDefault((char) (part + 'a'), 0L))
                    .sum()
        };
    }
}
