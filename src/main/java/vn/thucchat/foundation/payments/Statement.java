package vn.thucchat.foundation.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a bank states of one account.
 *
 * @param openingVnd đồng booked before the first line, below zero when overdrawn; null: not stated
 * @param closingVnd đồng booked after the last line
 * @param closedOn the day at whose end that was; null: not stated
 * @param lines in the bank's order; only what is booked
 */
public record Statement(
        String accountNumber,
        @Nullable Long openingVnd,
        @Nullable Long closingVnd,
        @Nullable LocalDate closedOn,
        List<StatementLine> lines) {

    public Statement {
        lines = List.copyOf(lines);
    }

    /** The days of which something is stated; on the last one perhaps that nothing moved. */
    Stream<LocalDate> days() {
        return Stream.concat(lines.stream().map(StatementLine::bookedOn), Stream.ofNullable(closedOn));
    }

    /** Đồng by which the balances changed more than the lines say: zero when nothing is missing. Empty without both balances. */
    public OptionalLong unexplainedVnd() {
        if (openingVnd == null || closingVnd == null) return OptionalLong.empty();
        return OptionalLong.of(closingVnd
                - openingVnd
                - lines.stream().mapToLong(StatementLine::signedVnd).sum());
    }
}
