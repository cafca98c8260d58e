package vn.thucchat.foundation.facts;

import static org.assertj.core.api.Assertions.assertThat;

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
import vn.thucchat.foundation.facts.Withholding.Choice;

/** Each letter is a part with subjects of its own. */
@NullMarked
class WithholdingTests {

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
        var withholding = new Withholding<String>(this::count, Comparator.naturalOrder());
        var sums = new TreeMap<String, Withholding.Sum<String>>();
        for (String sum : List.of("a", "b", "c", "d", "ab", "bcd"))
            sums.put(sum, withholding.sum(sum, parts(sum), Choice.FREE));
        withholding.family(List.of(sum(sums, "a"), sum(sums, "b"), sum(sums, "ab")));
        withholding.family(List.of(sum(sums, "b"), sum(sums, "c"), sum(sums, "d"), sum(sums, "bcd")));
        assertThat(withholding.withheld()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void what_is_known_is_not_withheld_and_the_whole_yields() {
        subjects.putAll(Map.of('a', 3L, 'b', 6L));
        var withholding = new Withholding<String>(this::count, Comparator.naturalOrder());
        withholding.family(List.of(
                withholding.sum("a", parts("a"), Choice.FREE),
                withholding.sum("b", parts("b"), Choice.KNOWN),
                withholding.sum("ab", parts("ab"), Choice.FREE)));
        assertThat(withholding.withheld()).containsExactlyInAnyOrder("a", "ab");
    }

    @Test
    void what_repeats_others_is_withheld_first() {
        subjects.putAll(Map.of('a', 3L, 'b', 60L, 'c', 9L));
        var withholding = new Withholding<String>(this::count, Comparator.naturalOrder());
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

    private Set<String> withheld(String... all) {
        var withholding = new Withholding<String>(this::count, Comparator.naturalOrder());
        var family = new ArrayList<Withholding.Sum<String>>();
        for (String sum : all) family.add(withholding.sum(sum, parts(sum), Choice.FREE));
        withholding.family(family);
        return withholding.withheld();
    }

    private static Withholding.Sum<String> sum(Map<String, Withholding.Sum<String>> sums, String name) {
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
