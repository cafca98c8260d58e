package vn.thucchat.steering.indicators.figures.web;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.thucchat.foundation.files.KeptFile;

/**
 * The paragraph of a document that a quotation stands in.
 *
 * @param before what stands before the quotation, from the beginning of the paragraph
 * @param after what stands behind it, to the end of the paragraph
 */
public record Passage(String before, String quote, String after) {

    /** Of a longer paragraph this many signs on either side are shown. */
    private static final int AROUND = 500;

    private static final Pattern PARAGRAPHS = Pattern.compile("\\R");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");

    /** Looks a quotation up in a file that is text; empty in any other, and where the words are not found. */
    static Optional<Passage> in(KeptFile file, String quote) {
        if (!file.note().mediaType().startsWith("text/")) return Optional.empty();
        byte[] bytes = file.bytes();
        boolean wide = bytes.length > 1 && (bytes[0] & 0xff) >= 0xfe && (bytes[1] & 0xff) >= 0xfe;
        return in(new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8), quote);
    }

    /** Case, blanks and line breaks do not matter; a paragraph ends where a line does. */
    static Optional<Passage> in(String text, String quote) {
        String sought = plain(quote);
        if (sought.isEmpty()) return Optional.empty();
        Pattern words = Pattern.compile(Pattern.quote(sought), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        for (String line : PARAGRAPHS.split(text, -1)) {
            var found = cut(plain(line), words);
            if (found.isPresent()) return found;
        }
        // a quotation may run over the ends of lines
        return cut(plain(text), words);
    }

    private static Optional<Passage> cut(String paragraph, Pattern words) {
        var at = words.matcher(paragraph);
        if (!at.find()) return Optional.empty();
        return Optional.of(
                new Passage(tail(paragraph.substring(0, at.start())), at.group(), head(paragraph.substring(at.end()))));
    }

    private static String tail(String text) {
        if (text.length() <= AROUND) return text;
        int word = text.indexOf(' ', text.length() - AROUND);
        return "…" + text.substring(word < 0 ? text.length() - AROUND : word);
    }

    private static String head(String text) {
        if (text.length() <= AROUND) return text;
        int word = text.lastIndexOf(' ', AROUND);
        return text.substring(0, word < 0 ? AROUND : word) + " …";
    }

    private static String plain(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }
}
