package vn.thucchat.foundation.money.payments;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.thucchat.foundation.money.formats.BankReference;
import vn.thucchat.foundation.money.formats.StatementLine;
import vn.thucchat.foundation.money.statements.Statements;
import vn.thucchat.foundation.money.vietqr.ReferenceCode;

/**
 * Tells in a statement's lines references that stand for a movement from words that a bank writes on many rows, and
 * gives each line a number of its own, the same whenever the bank states it.
 */
final class StatedReferences {

    /** On so many rows of one day that differ in amount or words a reference is a word, or that of a whole batch. */
    private static final int MANY = 3;

    private record OnDay(LocalDate day, String reference) {}

    private record Alike(LocalDate day, long signedVnd, String reference) {}

    /**
     * Lines as they are compared.
     *
     * @param lines without repeats' marks, and without words in the place of references
     * @param sourceIds by each line's place the number that is its own
     */
    record Numbered(List<StatementLine> lines, List<String> sourceIds) {}

    private StatedReferences() {}

    static Numbered of(List<StatementLine> stated) {
        List<StatementLine> plain = stated.stream().map(StatedReferences::plain).toList();
        Set<String> words = words(plain);
        var sentences = new HashMap<ReportedTransaction, Integer>();
        var repeats = new HashMap<Alike, Integer>();
        return new Numbered(
                plain.stream()
                        .map(line -> words.contains(line.reference()) ? line.referring(null, Set.of()) : line)
                        .toList(),
                plain.stream()
                        .map(line -> line.reference() == null
                                ? counted(line, sentences)
                                : repeated(line, line.reference(), repeats))
                        .toList());
    }

    /** Without placeholders and the marks of repeats. */
    private static StatementLine plain(StatementLine line) {
        var others = new TreeSet<String>();
        for (String other : line.otherReferences()) {
            String reference = BankReference.of(other);
            if (reference != null) others.add(reference);
        }
        String first = BankReference.of(BankReference.base(line.reference()));
        if (first == null && !others.isEmpty()) first = others.removeFirst();
        return line.referring(first, others);
    }

    /** Of a further reference of a line. */
    static String sourceId(String reference, StatementLine line) {
        return hash("r " + reference + " " + line.bookedOn() + " " + line.signedVnd());
    }

    private static String repeated(StatementLine line, String reference, Map<Alike, Integer> repeats) {
        int time = repeats.merge(new Alike(line.bookedOn(), line.signedVnd(), reference), 1, Integer::sum);
        return time == 1
                ? sourceId(reference, line)
                : hash("r " + reference + " " + line.bookedOn() + " " + line.signedVnd() + " " + time);
    }

    /** The second of two that are alike in all is another movement, and the second again next time. */
    private static String counted(StatementLine line, Map<ReportedTransaction, Integer> seen) {
        ReportedTransaction alike = ReportedTransaction.of(line);
        return hash("n " + alike.day() + " " + line.signedVnd() + " " + alike.signs() + " "
                + seen.merge(alike, 1, Integer::sum));
    }

    private static Set<String> words(List<StatementLine> lines) {
        var rows = new HashMap<OnDay, Set<String>>();
        for (StatementLine line : lines) {
            String reference = line.reference();
            if (reference != null && line.otherReferences().isEmpty())
                rows.computeIfAbsent(new OnDay(line.bookedOn(), reference), _ -> new HashSet<>())
                        .add(line.signedVnd() + " " + ReferenceCode.signs(line.memo()));
        }
        var words = new HashSet<String>();
        rows.forEach((row, different) -> {
            if (different.size() >= MANY) words.add(row.reference());
        });
        return words;
    }

    private static String hash(String id) {
        return Statements.hash(id.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
