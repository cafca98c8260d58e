package vn.thucchat.foundation.money.formats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The booked balances of one camt statement (ISO 20022, external balance types). A statement in pages opens or closes with
 * the interim balance; one of several days may state each day's.
 */
final class CamtBalances {

    private static final String OPENING = "OPBD";
    private static final String PREVIOUS = "PRCD";
    private static final String INTERIM = "ITBD";
    private static final String CLOSING = "CLBD";

    /** @param day at whose begin or end it was; null: not stated */
    record Balance(String type, long vnd, @Nullable LocalDate day) {}

    private static final Comparator<Balance> BY_DAY =
            Comparator.comparing(Balance::day, Comparator.nullsLast(Comparator.naturalOrder()));

    private final List<Balance> stated = new ArrayList<>();

    /** @return false when it is a booked balance that cannot be understood */
    boolean add(CamtFields fields) {
        String type = fields.first("Tp/CdOrPrtry/Cd", "Tp/Cd", "Tp/CdOrPrtry/Prtry", "Tp/Prtry");
        if (type == null || !List.of(OPENING, PREVIOUS, INTERIM, CLOSING).contains(type)) return true;
        var direction = fields.direction();
        if (direction == null || !(fields.amount("Amt") instanceof CamtFields.Amount.Vnd amount)) return false;
        stated.add(new Balance(
                type,
                direction == StatementLine.Direction.IN ? amount.value() : -amount.value(),
                BookingTime.xml(fields.first("Dt/Dt"), fields.first("Dt/DtTm"))
                        .map(BookingTime::day)
                        .orElse(null)));
        return true;
    }

    Optional<Balance> opening() {
        Optional<Balance> opening = of(OPENING).min(BY_DAY);
        if (opening.isPresent()) return opening;
        // it closed the days before
        Optional<Balance> previous = of(PREVIOUS)
                .min(BY_DAY)
                .map(closed ->
                        new Balance(closed.type, closed.vnd, closed.day == null ? null : closed.day.plusDays(1)));
        if (previous.isPresent()) return previous;
        List<Balance> interim = of(INTERIM).toList();
        return interim.size() > 1
                        || (interim.size() == 1 && of(CLOSING).findAny().isPresent())
                ? Optional.of(interim.getFirst())
                : Optional.empty();
    }

    Optional<Balance> closing() {
        Optional<Balance> closing = of(CLOSING).reduce((one, other) -> BY_DAY.compare(one, other) > 0 ? one : other);
        return closing.isPresent() ? closing : of(INTERIM).reduce((one, other) -> other);
    }

    /** Whether the account's day is closed with it, so that nothing more is booked. */
    boolean closed() {
        return of(CLOSING).findAny().isPresent();
    }

    private java.util.stream.Stream<Balance> of(String type) {
        return stated.stream().filter(balance -> balance.type.equals(type));
    }
}
