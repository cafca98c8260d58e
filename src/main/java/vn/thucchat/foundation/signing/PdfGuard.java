package vn.thucchat.foundation.signing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import vn.thucchat.foundation.signing.Verification.Reason;

/**
 * Looks at a PDF before any library parses it, in time that grows with its length alone, and refuses what is made to eat
 * memory or time: too many objects, revisions or nested brackets, and streams that unpack to far more than they are.
 */
final class PdfGuard {

    static final int LARGEST_BYTES = 10 * 1024 * 1024;
    private static final int MOST_OBJECTS = 200_000;
    private static final int MOST_REVISIONS = 64;
    private static final int DEEPEST = 100;
    private static final long MOST_UNPACKED = 192L * 1024 * 1024;
    private static final int MOST_FROM_ONE = 64 * 1024 * 1024;
    /** Filters that unpack without a bound and are not needed since 1996; names that hide what they are. */
    private static final Pattern UNBOUNDED =
            Pattern.compile("/LZWDecode|/LZW\\b|/RunLengthDecode|/[A-Za-z0-9]*#[0-9A-Fa-f]{2}[A-Za-z0-9#]*ecode|"
                    + "/Fl(?:ateDecode)?\\s*/Fl(?:ateDecode)?\\b");

    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt\\s+\\d+\\s+\\d+\\s+R|/Encrypt\\s*<<");

    private PdfGuard() {}

    /** Why it is not parsed; empty when it may be. */
    static Optional<Reason> fault(byte[] pdf) {
        if (pdf.length > LARGEST_BYTES) return Optional.of(Reason.TOO_LARGE);
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("%PDF-")) return Optional.of(Reason.NOT_PDF);
        if (ENCRYPTED.matcher(text).find()) return Optional.of(Reason.ENCRYPTED);
        if (count(text, "startxref") > MOST_REVISIONS
                || count(text, " obj") > MOST_OBJECTS
                || UNBOUNDED.matcher(text).find()
                || tooDeep(text)
                || unpacksTooMuch(pdf, text)) return Optional.of(Reason.TOO_COMPLEX);
        return Optional.empty();
    }

    private static int count(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) count++;
        return count;
    }

    /** Brackets outside of streams; within them any byte may come. */
    private static boolean tooDeep(String text) {
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '[' || sign == '<') depth++;
            else if (sign == ']' || sign == '>') depth = Math.max(0, depth - 1);
            else if (sign == 's' && text.startsWith("stream", at) && !text.startsWith("end", at - 3)) {
                int end = text.indexOf("endstream", at);
                at = end < 0 ? text.length() : end + 8;
                depth = 0;
            } else if (sign == 'e' && text.startsWith("endobj", at)) depth = 0;
            if (depth > DEEPEST) return true;
        }
        return false;
    }

    /** Whatever their dictionaries say, streams that look packed are unpacked and thrown away, up to a bound. */
    private static boolean unpacksTooMuch(byte[] pdf, String text) {
        var inflater = new Inflater();
        byte[] sink = new byte[65_536];
        long all = 0;
        try {
            for (int at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
                int start = at + 6;
                if (text.startsWith("end", at - 3)) continue;
                while (start < pdf.length && (pdf[start] == '\r' || pdf[start] == '\n')) start++;
                if (start + 2 > pdf.length || !packed(pdf[start], pdf[start + 1])) continue;
                inflater.reset();
                inflater.setInput(pdf, start, pdf.length - start);
                long one = unpacked(inflater, sink);
                all += one;
                if (one > MOST_FROM_ONE || all > MOST_UNPACKED) return true;
            }
            return false;
        } finally {
            inflater.end();
        }
    }

    private static long unpacked(Inflater inflater, byte[] sink) {
        try {
            long length = 0;
            while (!inflater.finished() && length <= MOST_FROM_ONE) {
                int read = inflater.inflate(sink);
                if (read == 0) return length;
                length += read;
            }
            return length;
        } catch (DataFormatException e) {
            // not packed after all, or broken from here on: no library gets more out of it
            return inflater.getBytesWritten();
        }
    }

    private static boolean packed(byte first, byte second) {
        return (first & 0x0f) == 8 && (((first & 0xff) << 8) | (second & 0xff)) % 31 == 0;
    }
}
