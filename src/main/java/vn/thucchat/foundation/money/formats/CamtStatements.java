package vn.thucchat.foundation.money.formats;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.formats.StatementFault.Reason;

/**
 * Gathers statements from the tags of a camt message as they pass by. An entry is made into lines at its closing tag and
 * forgotten, so that a file's size is not its memory.
 */
final class CamtStatements {

    /** Those of the first versions have the version in their names: {@code BkToCstmrDbtCdtNtfctnV01}. */
    private static final Pattern MESSAGE = Pattern.compile("BkToCstmr(?:AcctRpt|Stmt|DbtCdtNtfctn)(?:V\\d{2})?");

    private static final String REPORT = "Rpt";
    private static final String NOTIFICATION = "Ntfctn";
    private static final Set<String> STATEMENTS = Set.of("Stmt", REPORT, NOTIFICATION);
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
    private CamtBalances balances = new CamtBalances();
    private List<StatementFault> notes = new ArrayList<>();
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
            if (!MESSAGE.matcher(parent).matches()
                    || depth < 3
                    || !open.get(depth - 3).equals("Document")) {
                messageSeen |= MESSAGE.matcher(name).matches() && parent.equals("Document");
                return null;
            }
            return STATEMENTS.contains(name) ? Kind.STATEMENT : null;
        }
        int below = depth - scope.depth();
        return switch (scope.kind()) {
            case STATEMENT ->
                below == 1 && name.equals("Ntry") ? Kind.ENTRY : below == 1 && name.equals("Bal") ? Kind.BALANCE : null;
            case ENTRY ->
                // the first version has no level between
                name.equals("TxDtls") && (below == 1 || (below == 2 && parent.equals("NtryDtls"))) ? Kind.PART : null;
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
            close(scope, open.getLast());
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

    private void close(Scope scope, String name) {
        switch (scope.kind()) {
            case PART -> {
                // each counts, for a batch may be as large as the file
                if (parts.size() == StatementFile.MOST_LINES)
                    throw reading.stop(scope.fields().line(), Reason.TOO_LARGE);
                parts.add(scope.fields());
            }
            case ENTRY -> {
                lines.addAll(new CamtEntry(scope.fields(), parts, account(), reading, notes).lines());
                parts = new ArrayList<>();
            }
            case BALANCE -> {
                if (!balances.add(scope.fields()))
                    notes.add(new StatementFault(scope.fields().line(), null, Reason.BALANCE));
            }
            case STATEMENT -> {
                if (account(scope.fields()).isEmpty())
                    reading.fault(scope.fields().line(), null, Reason.ACCOUNT);
                statements.add(statement(scope.fields(), name));
                lines = new ArrayList<>();
                notes = new ArrayList<>();
                balances = new CamtBalances();
            }
        }
    }

    private Statement statement(CamtFields fields, String name) {
        var period = StatedPeriod.of(fields);
        var opening = balances.opening();
        var closing = balances.closing();
        @Nullable LocalDate closed = closing.map(CamtBalances.Balance::day).orElse(null);
        @Nullable
        LocalDate from = period.from() != null
                ? period.from()
                : opening.map(CamtBalances.Balance::day).orElse(null);
        @Nullable
        LocalDate to = closed == null || (period.to() != null && period.to().isAfter(closed)) ? period.to() : closed;
        // a report within the day says what moved until then
        boolean wholeDays = balances.closed() || period.to() != null;
        return new Statement(
                account(fields),
                opening.map(CamtBalances.Balance::vnd).orElse(null),
                closing.map(CamtBalances.Balance::vnd).orElse(null),
                begin(from, to),
                to,
                !name.equals(NOTIFICATION) && (!name.equals(REPORT) || wholeDays),
                lines,
                notes);
    }

    /** A balance that is dated later than what follows it was of another day. */
    private @Nullable LocalDate begin(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null || (to != null && from.isAfter(to))) return null;
        return lines.stream().anyMatch(line -> line.bookedOn().isBefore(from)) ? null : from;
    }

    private String account() {
        var statement = scopes.peek();
        return statement == null ? "" : account(statement.fields());
    }

    private static String account(CamtFields statement) {
        String number = statement.first(
                "Acct/Id/IBAN", "Acct/Id/Othr/Id", "Acct/Id/BBAN", "Acct/Id/PrtryAcct/Id", "Acct/Id/UPIC");
        return number == null ? "" : number;
    }

    /** @return whether any message passed by that holds statements */
    boolean messageSeen() {
        return messageSeen;
    }

    List<Statement> statements() {
        return statements;
    }
}
