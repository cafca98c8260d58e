package vn.thucchat.foundation.payments;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.payments.StatementFault.Reason;

/**
 * Gathers statements from the tags of a camt message as they pass by. An entry is made into lines at its closing tag and
 * forgotten, so that a file's size is not its memory.
 */
final class CamtStatements {

    private static final Set<String> MESSAGES = Set.of("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn");
    private static final Set<String> STATEMENTS = Set.of("Stmt", "Ntfctn");
    /** A message has about fifteen; an envelope around it adds a few. */
    private static final int DEEPEST = 40;

    private enum Kind {
        STATEMENT,
        BALANCE,
        ENTRY,
        PART
    }

    /** @param depth how many tags are open with its own */
    private record Scope(Kind kind, int depth, CamtFields fields) {}

    private final StatementReading reading;
    private final List<String> open = new ArrayList<>();
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable String currency;

    private final List<Statement> statements = new ArrayList<>();
    private List<StatementLine> lines = new ArrayList<>();
    private List<CamtFields> parts = new ArrayList<>();
    private @Nullable Long openingVnd;
    private @Nullable Long closingVnd;
    private @Nullable LocalDate closedOn;
    private boolean messageSeen;

    CamtStatements(StatementReading reading) {
        this.reading = reading;
    }

    void open(String name, @Nullable String ofCurrency, int line) {
        open.add(name);
        if (open.size() > DEEPEST) throw reading.stop(line, Reason.TOO_LARGE);
        text.setLength(0);
        currency = ofCurrency;
        var kind = kind(name);
        if (kind != null) scopes.push(new Scope(kind, open.size(), new CamtFields(line)));
    }

    private @Nullable Kind kind(String name) {
        int depth = open.size();
        String parent = depth < 2 ? "" : open.get(depth - 2);
        var scope = scopes.peek();
        if (scope == null) {
            if (!MESSAGES.contains(parent) || depth < 3 || !open.get(depth - 3).equals("Document")) {
                messageSeen |= MESSAGES.contains(name) && parent.equals("Document");
                return null;
            }
            return STATEMENTS.contains(name) ? Kind.STATEMENT : null;
        }
        int below = depth - scope.depth();
        return switch (scope.kind()) {
            case STATEMENT ->
                below == 1 && name.equals("Ntry") ? Kind.ENTRY : below == 1 && name.equals("Bal") ? Kind.BALANCE : null;
            case ENTRY -> below == 2 && name.equals("TxDtls") && parent.equals("NtryDtls") ? Kind.PART : null;
            case BALANCE, PART -> null;
        };
    }

    void text(String more, int line) {
        if (text.length() + more.length() > StatementReading.LONGEST_TEXT)
            throw reading.stop(line, Reason.TEXT_TOO_LONG);
        text.append(more);
    }

    void close(int line) {
        var scope = scopes.peek();
        if (scope != null && scope.depth() == open.size()) {
            scopes.pop();
            close(scope);
        } else if (scope != null) {
            String said = StatementReading.clean(text.toString());
            if (!said.isEmpty()) {
                String path = String.join("/", open.subList(scope.depth(), open.size()));
                if (!scope.fields().put(path, said, currency)) throw reading.stop(line, Reason.TEXT_TOO_LONG);
            }
        }
        text.setLength(0);
        open.removeLast();
    }

    private void close(Scope scope) {
        switch (scope.kind()) {
            case PART -> {
                // each counts, for a batch may be as large as the file
                if (parts.size() == StatementFile.MOST_LINES)
                    throw reading.stop(scope.fields().line(), Reason.TOO_LARGE);
                parts.add(scope.fields());
            }
            case ENTRY -> {
                lines.addAll(new CamtEntry(scope.fields(), parts, account(), reading).lines());
                parts = new ArrayList<>();
            }
            case BALANCE -> balance(scope.fields());
            case STATEMENT -> {
                if (account(scope.fields()).isEmpty())
                    reading.fault(scope.fields().line(), null, Reason.ACCOUNT);
                statements.add(new Statement(account(scope.fields()), openingVnd, closingVnd, closedOn, lines));
                lines = new ArrayList<>();
                openingVnd = null;
                closingVnd = null;
                closedOn = null;
            }
        }
    }

    private String account() {
        var statement = scopes.peek();
        return statement == null ? "" : account(statement.fields());
    }

    private static String account(CamtFields statement) {
        String number = statement.first("Acct/Id/IBAN", "Acct/Id/Othr/Id");
        return number == null ? "" : number;
    }

    private void balance(CamtFields fields) {
        String code = fields.first("Tp/CdOrPrtry/Cd");
        if (code == null || !(code.equals("OPBD") || code.equals("CLBD"))) return;
        var direction = fields.direction();
        if (direction == null) {
            reading.fault(fields.line(), code, Reason.DIRECTION);
            return;
        }
        switch (fields.amount("Amt")) {
            case null -> reading.fault(fields.line(), code, Reason.AMOUNT);
            case CamtFields.Amount.Wrong wrong -> reading.fault(fields.line(), code, wrong.reason());
            case CamtFields.Amount.Vnd amount -> {
                long balanceVnd = direction == StatementLine.Direction.IN ? amount.value() : -amount.value();
                if (code.equals("OPBD")) openingVnd = balanceVnd;
                else {
                    closingVnd = balanceVnd;
                    closedOn = BookingTime.xml(fields.first("Dt/Dt"), fields.first("Dt/DtTm"))
                            .map(BookingTime::day)
                            .orElse(null);
                }
            }
        }
    }

    /** @return whether any message passed by that holds statements */
    boolean messageSeen() {
        return messageSeen;
    }

    List<Statement> statements() {
        return statements;
    }
}
