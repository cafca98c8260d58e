package vn.thucchat.foundation.money.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.payments.BankTransaction;

/** What reading one file of whatever format needs: its text, its faults, its references. */
final class StatementReading {

    /** Ends the reading at once: nothing more can be understood. */
    static final class Stopped extends RuntimeException {
        Stopped(StatementFault.Reason reason) {
            super(reason.name(), null, false, false);
        }
    }

    /** A person mends so many before trying again. */
    private static final int MOST_FAULTS = 50;
    /** Banks' texts have at most 500 characters; several may be joined. */
    static final int LONGEST_TEXT = 10_000;

    /** What the database keeps of a bank's reference, with room for the number of a repeat; ISO 20022 allows 35. */
    static final int LONGEST_REFERENCE = 90;

    /** A hundred thousand billion đồng: more is a slip, and all lines of it still add up in a long. */
    static final long MOST_VND = 100_000_000_000_000L;

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private record Booked(String accountNumber, StatementLine.Direction direction, long amountVnd, String reference) {}

    private final List<StatementFault> faults = new ArrayList<>();
    private final Set<Booked> booked = new HashSet<>();
    private final Map<Booked, Integer> repeats = new HashMap<>();
    private int lines;

    /** The whole file, which must not be larger than any that is read. */
    byte[] bytes(InputStream file) throws IOException {
        byte[] bytes = file.readNBytes(StatementFile.MOST_BYTES + 1);
        if (bytes.length == 0) throw stop(0, StatementFault.Reason.EMPTY);
        if (bytes.length > StatementFile.MOST_BYTES) throw stop(0, StatementFault.Reason.TOO_LARGE);
        return bytes;
    }

    /** One line in NFC, without control characters and what is not seen or turns the reading direction around. */
    static String clean(String text) {
        if (plain(text)) return text.strip();
        String seen = SPACES.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll(" ");
        return Normalizer.normalize(seen, Normalizer.Form.NFC).strip();
    }

    /** Most texts of a large file need no work. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) < ' ' || text.charAt(i) > '~') return false;
        return !text.contains("  ");
    }

    void fault(int line, @Nullable String at, StatementFault.Reason reason) {
        faults.add(new StatementFault(line, at, reason));
        if (faults.size() == MOST_FAULTS) throw new Stopped(reason);
    }

    Stopped stop(int line, StatementFault.Reason reason) {
        faults.add(new StatementFault(line, null, reason));
        return new Stopped(reason);
    }

    /** Tells why nothing more can be read, by what a parser or the text beneath it threw. */
    void unreadable(int line, Exception thrown, StatementFault.Reason otherwise) throws IOException {
        var reason = otherwise;
        for (@Nullable Throwable cause = thrown; cause != null; cause = beneath(cause)) {
            if (cause instanceof CharacterCodingException) reason = StatementFault.Reason.ENCODING;
            else if (cause instanceof IOException broken && !(cause instanceof java.io.EOFException)) throw broken;
        }
        // text is read ahead: where in it the bytes end or are wrong, nobody knows
        faults.add(new StatementFault(reason == otherwise ? line : 0, null, reason));
    }

    private static @Nullable Throwable beneath(Throwable thrown) {
        return thrown instanceof XMLStreamException xml ? xml.getNestedException() : thrown.getCause();
    }

    /** Counts what may become a line. */
    void another(int line) {
        if (++lines > StatementFile.MOST_LINES) throw stop(line, StatementFault.Reason.TOO_LARGE);
    }

    /** One reference may stand for several equal movements, as in a batch; each needs its own to be told from a repeat. */
    @Nullable
    String reference(String accountNumber, StatementLine.Direction direction, long amountVnd, @Nullable String stated) {
        if (stated == null) return null;
        String plain = BankTransaction.reference(stated);
        var first = new Booked(accountNumber, direction, amountVnd, plain);
        String reference = plain;
        while (!booked.add(new Booked(accountNumber, direction, amountVnd, reference)))
            reference = plain + "#" + (1 + repeats.merge(first, 1, Integer::sum));
        return reference;
    }

    /** Odd entries block nobody, but where there is nothing else the file is not what it should be. */
    void refuseWhatStatesNothing(List<Statement> statements) {
        if (statements.stream().flatMap(Statement::days).findAny().isPresent()) return;
        for (Statement statement : statements)
            for (StatementFault note : statement.notes())
                if (note.reason() != StatementFault.Reason.PENDING) fault(note.line(), note.at(), note.reason());
    }

    StatementFile result(List<Statement> statements) {
        return faults.isEmpty() ? new StatementFile.Read(statements) : new StatementFile.Refused(faults);
    }
}
