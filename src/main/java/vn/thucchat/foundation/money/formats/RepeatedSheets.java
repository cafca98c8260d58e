package vn.thucchat.foundation.money.formats;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds movements that stand on two sheets of a workbook: a copied sheet, or one of all months beside one for each month.
 * They would be booked twice. A page whose balance goes on from another's states movements of its own.
 */
final class RepeatedSheets {

    private record Movement(
            String account,
            LocalDate day,
            long signedVnd,
            @Nullable String reference,
            String memo) {
        static Movement of(StatementLine line) {
            return new Movement(
                    line.accountNumber(),
                    line.bookedOn(),
                    line.signedVnd(),
                    BankReference.base(line.reference()),
                    line.memo());
        }
    }

    private final Map<Movement, Statement> known = new HashMap<>();

    /** @return whether another sheet before may state the same movements */
    boolean add(List<Statement> sheet) {
        boolean repeated = sheet.stream()
                .anyMatch(statement -> statement.lines().stream()
                        .map(line -> known.get(Movement.of(line)))
                        .filter(Objects::nonNull)
                        .anyMatch(before -> !follows(before, statement) && !follows(statement, before)));
        for (Statement statement : sheet)
            for (StatementLine line : statement.lines()) known.put(Movement.of(line), statement);
        return repeated;
    }

    private static boolean follows(Statement before, Statement next) {
        return next.openingVnd() != null
                && next.openingVnd().equals(before.closingVnd())
                && !next.openingVnd().equals(next.closingVnd());
    }
}
