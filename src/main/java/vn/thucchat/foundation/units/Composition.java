package vn.thucchat.foundation.units;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of units in other boundaries.
 *
 * @param parts by target: the units of the day whose facts belong to it, wholly or with a decided share
 * @param undivided by target: the units of the day that fell partly to it, nobody having decided how to divide them;
 *     their facts are in no target that they were split between, only in targets that hold them whole
 * @param unknown units of the day that may lie in a target, but nobody recorded what became of them (or what they were
 *     made of). A target that holds all places where such a unit may lie has it wholly, as any other
 */
public record Composition(
        Map<UnitCode, List<Part>> parts, Map<UnitCode, List<Undivided>> undivided, Set<UnitCode> unknown) {

    /** @param share null when the unit belongs wholly; else the part (0 to 1) of its numbers that does */
    public record Part(UnitCode source, @Nullable BigDecimal share) {}

    /** @param heirs all the units of the boundaries' day that {@code source} was split between */
    public record Undivided(UnitCode source, List<UnitCode> heirs) {}

    /** The parts of one target; none when it was not asked for or does not exist in the boundaries. */
    public List<Part> partsOf(UnitCode target) {
        return parts.getOrDefault(target, List.of());
    }

    /** What could not be divided for one target. */
    public List<Undivided> undividedOf(UnitCode target) {
        return undivided.getOrDefault(target, List.of());
    }
}
