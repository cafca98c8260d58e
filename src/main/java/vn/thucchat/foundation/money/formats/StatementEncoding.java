package vn.thucchat.foundation.money.formats;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The character encoding of a statement file: by its byte order mark, else by what the file or its layout declares
 * (XML 1.0, appendix F).
 */
record StatementEncoding(Charset charset, int markBytes) {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Mark(Charset charset, int... bytes) {
        boolean begins(byte[] file) {
            if (file.length < bytes.length) return false;
            for (int i = 0; i < bytes.length; i++) if ((file[i] & 0xFF) != bytes[i]) return false;
            return true;
        }
    }

    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    /** The longer before the shorter that begins alike. */
    private static final List<Mark> MARKS = List.of(
            new Mark(UTF_32BE, 0x00, 0x00, 0xFE, 0xFF),
            new Mark(UTF_32LE, 0xFF, 0xFE, 0x00, 0x00),
            new Mark(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
            new Mark(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
            new Mark(StandardCharsets.UTF_16LE, 0xFF, 0xFE));

    /** {@code <} without a mark before it. */
    private static final List<Mark> TAGS = List.of(
            new Mark(UTF_32BE, 0x00, 0x00, 0x00, 0x3C),
            new Mark(UTF_32LE, 0x3C, 0x00, 0x00, 0x00),
            new Mark(StandardCharsets.UTF_16BE, 0x00, 0x3C),
            new Mark(StandardCharsets.UTF_16LE, 0x3C, 0x00));

    private static final int DECLARED_WITHIN = 300;
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._:-]{0,39})[\"']");

    /** Empty when the declared encoding is none that is known here. */
    static Optional<StatementEncoding> ofXml(byte[] file) {
        var marked = marked(file, MARKS).map(mark -> new StatementEncoding(mark.charset, mark.bytes.length));
        if (marked.isPresent()) return marked;
        var wide = marked(file, TAGS).map(mark -> new StatementEncoding(mark.charset, 0));
        if (wide.isPresent()) return wide;
        var declared = DECLARED.matcher(
                new String(file, 0, Math.min(file.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1));
        return charset(declared.find() ? declared.group(1) : "UTF-8").map(known -> new StatementEncoding(known, 0));
    }

    /** @param declared by the layout, for a file without a mark */
    static StatementEncoding ofText(byte[] file, Charset declared) {
        return marked(file, MARKS)
                .map(mark -> new StatementEncoding(mark.charset, mark.bytes.length))
                .orElseGet(() -> new StatementEncoding(wide(file).orElse(declared), 0));
    }

    /** Throws what a decoder throws, where bytes are none of the encoding. */
    Reader reader(byte[] file) {
        return new InputStreamReader(
                new ByteArrayInputStream(file, markBytes, file.length - markBytes), charset.newDecoder());
    }

    private static Optional<Mark> marked(byte[] file, List<Mark> marks) {
        return marks.stream().filter(mark -> mark.begins(file)).findFirst();
    }

    private static Optional<Charset> charset(String name) {
        // a program wrote its own idea of text before the bytes: they are no UTF-16, as seen above
        if (name.toUpperCase(java.util.Locale.ROOT).matches("(UTF|UCS|ISO-10646-UCS)-?(16|32|2|4)(LE|BE)?"))
            return Optional.of(StandardCharsets.UTF_8);
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** UTF-16 without a mark: every other byte of digits and Latin letters is zero. */
    private static Optional<Charset> wide(byte[] file) {
        byte[] start = Arrays.copyOf(file, Math.min(file.length, 200) & ~1);
        int even = 0;
        int odd = 0;
        for (int i = 0; i < start.length; i += 2) {
            if (start[i] == 0) even++;
            if (start[i + 1] == 0) odd++;
        }
        if (start.length == 0 || Math.max(even, odd) * 4 < start.length) return Optional.empty();
        return Optional.of(even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }
}
