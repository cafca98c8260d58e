package vn.thucchat.foundation.payments;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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

/** What reading one file of whatever format needs: its text, its faults, its references. */
final class StatementReading {

    /** Ends the reading at once: nothing more can be understood. */
    static final class Stopped extends RuntimeException {
        Stopped(StatementFault.Reason reason) {
            super(reason.name(), null, false, false);
        }
    }

    /** The stream goes on beyond what is read of any. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
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
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private record Booked(String accountNumber, StatementLine.Direction direction, long amountVnd, String reference) {}

    private final List<StatementFault> faults = new ArrayList<>();
    private final Set<Booked> booked = new HashSet<>();
    private final Map<Booked, Integer> repeats = new HashMap<>();
    private int lines;

    /** In UTF-8, its mark left out. Its reader throws {@link TooLarge} or what a decoder throws. */
    Reader text(InputStream file) throws IOException {
        var text = new BufferedReader(new InputStreamReader(new Limited(file), StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        int first = text.read();
        if (first < 0) throw stop(0, StatementFault.Reason.EMPTY);
        if (first != BYTE_ORDER_MARK) text.reset();
        return text;
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
            if (cause instanceof TooLarge) reason = StatementFault.Reason.TOO_LARGE;
            else if (cause instanceof CharacterCodingException) reason = StatementFault.Reason.ENCODING;
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
        String plain = Notice.reference(stated);
        var first = new Booked(accountNumber, direction, amountVnd, plain);
        String reference = plain;
        while (!booked.add(new Booked(accountNumber, direction, amountVnd, reference)))
            reference = plain + "#" + (1 + repeats.merge(first, 1, Integer::sum));
        return reference;
    }

    StatementFile result(List<Statement> statements) {
        return faults.isEmpty() ? new StatementFile.Read(statements) : new StatementFile.Refused(faults);
    }

    private static final class Limited extends FilterInputStream {
        private int left = StatementFile.MOST_BYTES;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) count(1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) count(read);
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) throw new TooLarge();
        }
    }
}
