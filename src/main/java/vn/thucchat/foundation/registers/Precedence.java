package vn.thucchat.foundation.registers;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thucchat.foundation.database.BusinessTime;

/**
 * Chooses the current value of a field among those that were recorded. The choice depends on what was recorded and never on
 * the order in which it arrived: a slow sender changes nothing.
 *
 * @param order all origins, the strongest first
 */
record Precedence(List<Origin> order) {

    /** The stronger origin, of equal ones the later word; where both are alike, one that does not depend on who came first. */
    private Comparator<FieldValue> best() {
        return Comparator.<FieldValue>comparingInt(this::rank)
                .thenComparing(value -> value.validity().asOf(), Comparator.reverseOrder())
                .thenComparing(FieldValue::value)
                .thenComparing(FieldValue::id);
    }

    private int rank(FieldValue value) {
        return order.indexOf(value.source().origin());
    }

    Optional<FieldValue> current(Collection<FieldValue> values, LocalDate day) {
        Map<Object, FieldValue> byId =
                values.stream().collect(Collectors.toMap(FieldValue::id, Function.identity(), (one, _) -> one));
        var corrected = values.stream()
                .filter(value -> {
                    FieldValue wrong = value.validity().corrects() == null
                            ? null
                            : byId.get(value.validity().corrects());
                    // whoever is weaker may say that something is wrong, and is not believed by that alone
                    return wrong != null && rank(value) <= rank(wrong);
                })
                .map(value -> value.validity().corrects())
                .collect(Collectors.toSet());
        return values.stream()
                .filter(value -> !corrected.contains(value.id()) && holds(value, day))
                .min(best());
    }

    private static boolean holds(FieldValue value, LocalDate day) {
        LocalDate until = value.validity().until();
        return !BusinessTime.day(value.validity().asOf()).isAfter(day) && (until == null || !until.isBefore(day));
    }
}
