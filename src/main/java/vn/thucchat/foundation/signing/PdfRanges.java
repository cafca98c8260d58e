package vn.thucchat.foundation.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import vn.thucchat.foundation.signing.Verification.Reason;

/**
 * The byte ranges that signatures of a PDF say they cover, as they stand in the file. Viewers have accepted signatures
 * whose ranges leave more out than the signature itself, that were cut out of the list of fields, or behind which objects
 * lie that no table lists (Mladenov et al. 2019: USF, ISA, SWA; Mainka et al. 2021: shadow attacks); all of these are
 * recognised here by the file's shape, whatever a library makes of it.
 */
final class PdfRanges {

    private static final Pattern RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*]");
    private static final Pattern KIND = Pattern.compile(
            "/SubFilter\\s*/(?:ETSI\\.CAdES\\.detached|ETSI\\.RFC3161|adbe\\.pkcs7\\.detached|adbe\\.pkcs7\\.sha1|adbe\\.x509\\.rsa_sha1)");
    private static final Pattern OBJECT = Pattern.compile("(?<![0-9])(\\d{1,9})\\s+(\\d{1,5})\\s+obj\\b");
    private static final Pattern CONTENTS_BEFORE = Pattern.compile("/Contents\\s*$");
    private static final Pattern ENDS = Pattern.compile("startxref\\s+\\d+\\s+%%EOF\\s*$");
    private static final int NEAR = 40;

    private final byte[] pdf;
    private final String text;
    private final List<Reason> faults = new ArrayList<>();
    private int valid;
    private int coveredUntil;

    private PdfRanges(byte[] pdf) {
        this.pdf = pdf;
        this.text = new String(pdf, StandardCharsets.ISO_8859_1);
    }

    /**
     * Lists what is wrong with the ranges.
     *
     * @param found signatures and time stamps of the document that a library found
     */
    static Set<Reason> faults(byte[] pdf, int found) {
        var ranges = new PdfRanges(pdf);
        ranges.read();
        int kinds = (int) KIND.matcher(ranges.text).results().count();
        if (Math.max(ranges.valid, kinds) > found) ranges.faults.add(Reason.SIGNATURE_REMOVED);
        if (found > ranges.valid) ranges.faults.add(Reason.WRONG_RANGE);
        if (ranges.coveredUntil > 0 && ranges.hidesBehind()) ranges.faults.add(Reason.HIDDEN_CONTENT_BEHIND);
        return new LinkedHashSet<>(ranges.faults);
    }

    private void read() {
        Matcher range = RANGE.matcher(text);
        while (range.find()) {
            int first = number(range, 1);
            int gap = number(range, 2);
            int on = number(range, 3);
            long end = (long) on + number(range, 4);
            if (first == 0 && on > gap && end <= pdf.length && leavesOutItselfAlone(gap, on) && range.start() < end) {
                valid++;
                coveredUntil = Math.max(coveredUntil, (int) end);
            } else {
                faults.add(Reason.WRONG_RANGE);
            }
        }
    }

    /** Between the two parts stands the signature in hexadecimal, as the value of Contents, and nothing else. */
    private boolean leavesOutItselfAlone(int gap, int on) {
        if (gap < 1 || pdf[gap] != '<' || pdf[on - 1] != '>') return false;
        for (int at = gap + 1; at < on - 1; at++) if (Character.digit(pdf[at], 16) < 0) return false;
        return CONTENTS_BEFORE
                .matcher(text.substring(Math.max(0, gap - NEAR), gap))
                .find();
    }

    /** What follows the last range is to be a proper revision: read strictly, each of its objects listed where it lies. */
    private boolean hidesBehind() {
        String behind = text.substring(coveredUntil);
        if (behind.isBlank()) return false;
        if (!ENDS.matcher(behind).find()) return true;
        try (var document = new PDFParser(new RandomAccessReadBuffer(pdf)).parse(false)) {
            var table = document.getDocument().getXrefTable();
            Matcher object = OBJECT.matcher(behind);
            while (object.find()) {
                int at = coveredUntil + object.start();
                Long listed = table.get(new COSObjectKey(number(object, 1), number(object, 2)));
                // a table that is an object itself is found by its place; what a later revision replaced is harmless
                if ((listed == null || listed < at) && !isTable(behind, at)) return true;
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isTable(String behind, int at) {
        return Pattern.compile("startxref\\s+" + at + "\\s").matcher(behind).find();
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(Objects.requireNonNull(found.group(group)));
    }
}
