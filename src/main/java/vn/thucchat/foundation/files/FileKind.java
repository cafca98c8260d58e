package vn.thucchat.foundation.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import vn.thucchat.foundation.sheets.ZipDirectory;

/** The kinds of files we keep, recognised by their content; the name must only agree. */
enum FileKind {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg|jpeg|jfif"),
    WEBP("image/webp", "webp"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    CSV("text/csv", "csv"),
    TEXT("text/plain", "txt");

    /** What a browser or a shell could take for something to run. */
    private static final Pattern MARKUP =
            Pattern.compile("<(!doctype|html|head|body|script|svg|iframe|\\?xml|\\?php)|^\\s*<|^#!");

    private static final int MARKUP_WITHIN = 4_096;
    private static final Pattern PROGRAM =
            Pattern.compile(".*(vbaproject\\.bin|/activex/.*|/macrosheets/.*|^basic/.*)");

    final String mediaType;
    private final String endings;

    FileKind(String mediaType, String endings) {
        this.mediaType = mediaType;
        this.endings = endings;
    }

    boolean named(String ending) {
        return ending.matches(endings);
    }

    /** The kind of the content; a text is what its name says, as nothing in it tells. */
    static Optional<FileKind> of(byte[] file, String ending) {
        if (starts(file, 0, "%PDF-")) return Optional.of(PDF);
        if (starts(file, 0, "\u0089PNG\r\n\u001a\n")) return Optional.of(PNG);
        if (starts(file, 0, "\u00ff\u00d8\u00ff")) return Optional.of(JPEG);
        if (starts(file, 0, "RIFF") && starts(file, 8, "WEBP")) return Optional.of(WEBP);
        if (ZipDirectory.looksLikeZip(file)) return office(file);
        return text(file) ? Optional.of(CSV.named(ending) ? CSV : TEXT) : Optional.empty();
    }

    private static Optional<FileKind> office(byte[] file) {
        try {
            var zip = ZipDirectory.of(file);
            if (zip.encrypted()) return Optional.empty();
            for (String name : zip.names()) if (PROGRAM.matcher(name).matches()) return Optional.empty();
            String declared = new String(zip.start("mimetype", 100), StandardCharsets.US_ASCII).strip();
            for (FileKind open : List.of(ODT, ODS)) if (declared.equals(open.mediaType)) return Optional.of(open);
            if (!zip.has("[Content_Types].xml")) return Optional.empty();
            if (zip.has("word/document.xml")) return Optional.of(DOCX);
            return zip.has("xl/workbook.xml") ? Optional.of(XLSX) : Optional.empty();
        } catch (ZipException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
    }

    private static boolean text(byte[] file) {
        boolean wide = starts(file, 0, "\u00ff\u00fe") || starts(file, 0, "\u00fe\u00ff");
        var charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            String start = text.substring(0, Math.min(text.length(), MARKUP_WITHIN));
            return text.chars().noneMatch(FileKind::control)
                    && !MARKUP.matcher(start.toLowerCase(Locale.ROOT).replace("\uFEFF", ""))
                            .find();
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean control(int character) {
        return character < ' ' && character != '\n' && character != '\r' && character != '\t';
    }

    private static boolean starts(byte[] file, int at, String start) {
        byte[] wanted = start.getBytes(StandardCharsets.ISO_8859_1);
        return file.length >= at + wanted.length
                && Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
