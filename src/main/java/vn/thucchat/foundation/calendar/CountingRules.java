package vn.thucchat.foundation.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How deadlines are counted, by rules that each have their time and document. */
record CountingRules(List<Rule> rules) {

    /** @param value of {@link Name#LATEST_HOUR} a time, {@code 15:00}; empty for the others */
    record Rule(Name name, String value, Validity valid, SourceDocument document) {}

    enum Name {
        /** a holiday on a weekly rest day is made up for on the next working day */
        COMPENSATION,
        /** the day of receipt does not count in a term of days */
        DAY_OF_RECEIPT,
        /** what is received later is handed over, or settled if due the same day, on the next working day */
        LATEST_HOUR,
        /** Saturday and Sunday are free */
        WEEKLY_REST
    }

    @Nullable
    SourceDocument ground(Name name, LocalDate on) {
        Rule rule = rule(name, on);
        return rule == null ? null : rule.document();
    }

    /** The hour after which the next working day is the one that counts; the end of the day where there is no such rule. */
    LocalTime latestHour(LocalDate on) {
        Rule rule = rule(Name.LATEST_HOUR, on);
        return rule == null ? LocalTime.MAX : LocalTime.parse(rule.value());
    }

    private @Nullable Rule rule(Name name, LocalDate on) {
        return rules.stream()
                .filter(rule -> rule.name() == name && rule.valid().includes(on))
                .findFirst()
                .orElse(null);
    }
}
