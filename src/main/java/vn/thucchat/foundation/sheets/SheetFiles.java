package vn.thucchat.foundation.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.thucchat.foundation.pages.Texts;

/** What handlers of spreadsheets share: reading the file that was sent, and handing one out. */
@Component
public final class SheetFiles {

    /** The media type of XLSX. */
    public static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final List<Texts> languages;

    SheetFiles(MessageSource messages) {
        languages = List.of(new Texts(messages, Locale.of("vi")), new Texts(messages, Locale.ENGLISH));
    }

    /** The languages that titles may be in. */
    public List<Texts> languages() {
        return languages;
    }

    /** Reads what was sent; no file at all is an error of the file. */
    public <C extends Enum<C> & SheetImport.Heading> SheetImport<C> read(
            @Nullable MultipartFile sent, Limits limits, Class<C> columns) {
        try (InputStream file = sent == null ? InputStream.nullInputStream() : sent.getInputStream()) {
            return read(file, limits, columns);
        } catch (IOException e) {
            // the upload has arrived whole
            throw new UncheckedIOException(e);
        }
    }

    public <C extends Enum<C> & SheetImport.Heading> SheetImport<C> read(
            InputStream file, Limits limits, Class<C> columns) throws IOException {
        return SheetImport.read(file, limits, columns, languages);
    }

    /** An XLSX as a download that no cache keeps. */
    public static ResponseEntity<byte[]> answer(byte[] xlsx, String fileName) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(xlsx);
    }
}
