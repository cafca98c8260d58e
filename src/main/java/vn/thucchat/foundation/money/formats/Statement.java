package vn.thucchat.foundation.money.formats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a bank states of one account.
 *
 * @param accountNumber as the bank writes it; empty: the file does not say
 * @param openingVnd đồng booked before the first line, below zero when overdrawn; null: not stated
 * @param closingVnd đồng booked after the last line
 * @param from the first day that is stated, whether or not something moved; null: that of the first line
 * @param to the last one
 * @param complete whether it states all that moved on its days; false for notifications of single movements
 * @param lines in the bank's order; only what is booked
 * @param notes what was left out of the lines, or taken otherwise than it stands there
 */
public record Statement(
        String accountNumber,
        @Nullable Long openingVnd,
        @Nullable Long closingVnd,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean complete,
        List<StatementLine> lines,
        List<StatementFault> notes) {

    public Statement {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** Of lines alone. */
    Statement(String accountNumber, List<StatementLine> lines) {
        this(accountNumber, null, null, null, null, true, lines, List.of());
    }

    /** The days of which something is stated; on the first and last perhaps that nothing moved. */
    Stream<LocalDate> days() {
        return Stream.concat(
                lines.stream().map(StatementLine::bookedOn), Stream.of(from, to).filter(Objects::nonNull));
    }

    /** Đồng by which the balances changed more than the lines say: zero when nothing is missing. Empty without both balances. */
    public OptionalLong unexplainedVnd() {
        if (openingVnd == null || closingVnd == null) return OptionalLong.empty();
        return OptionalLong.of(closingVnd
                - openingVnd
                - lines.stream().mapToLong(StatementLine::signedVnd).sum());
    }

    /** What it states until a day: nobody knows what comes after, whatever is written. */
    Statement until(LocalDate today) {
        boolean begun = from == null || !from.isAfter(today);
        List<StatementLine> later =
                lines.stream().filter(line -> line.bookedOn().isAfter(today)).toList();
        if (begun && later.isEmpty() && (to == null || !to.isAfter(today))) return this;
        var noted = new ArrayList<>(notes);
        for (StatementLine line : later)
            noted.add(new StatementFault(0, line.reference(), StatementFault.Reason.FUTURE));
        if (!begun && later.isEmpty()) noted.add(new StatementFault(0, null, StatementFault.Reason.FUTURE));
        return new Statement(
                accountNumber,
                openingVnd,
                closingVnd,
                begun ? from : null,
                !begun || to == null ? null : to.isAfter(today) ? today : to,
                complete,
                lines.stream().filter(line -> !line.bookedOn().isAfter(today)).toList(),
                noted);
    }
}
