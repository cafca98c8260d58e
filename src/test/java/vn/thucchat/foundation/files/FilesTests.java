package vn.thucchat.foundation.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.util.unit.DataSize;
import vn.thucchat.foundation.files.Keeping.Kept;
import vn.thucchat.foundation.files.Keeping.Refused;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.StoreTest;

/** What is kept comes back byte for byte; what could run is not kept. */
class FilesTests extends StoreTest {

    private static final UUID ACTOR = UUID.randomUUID();
    private Files files;

    @BeforeAll
    void open() {
        files = new Files(
                new FileStore(jdbc),
                new MovableClock(),
                DataSize.ofKilobytes(100),
                new VirusScanner("", Duration.ZERO));
    }

    /** @param mediaType or, of a hostile one, the last word of the reason */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sample(String name, byte[] bytes, String mediaType) {}

    static List<Sample> accepted() {
        return List.of(
                new Sample("Báo cáo.pdf", latin("%PDF-1.7\n…"), "application/pdf"),
                new Sample("a.PNG", latin("\u0089PNG\r\n\u001a\n…"), "image/png"),
                new Sample("a.jpeg", latin("\u00ff\u00d8\u00ff\u00e0…"), "image/jpeg"),
                new Sample("a.webp", latin("RIFF....WEBPVP8 "), "image/webp"),
                new Sample(
                        "a.docx",
                        zip(Map.of("[Content_Types].xml", "x", "word/document.xml", "x")),
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                new Sample(
                        "a.xlsx",
                        zip(Map.of("[Content_Types].xml", "x", "xl/workbook.xml", "x")),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                new Sample(
                        "a.odt",
                        zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text")),
                        "application/vnd.oasis.opendocument.text"),
                new Sample(
                        "a.ods",
                        zip(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet")),
                        "application/vnd.oasis.opendocument.spreadsheet"),
                new Sample("a.csv", "Xã;1\n".getBytes(UTF_8), "text/csv"),
                new Sample("a.txt", "Xã 1 < 2\n".getBytes(UTF_16), "text/plain"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void is_kept_as_it_came_with_what_is_known_of_it(Sample sample) {
        var note = kept(sample.name(), sample.bytes());
        assertThat(note.mediaType()).isEqualTo(sample.mediaType());
        assertThat(note.keptBy()).isEqualTo(ACTOR);
        assertThat(note.sha256()).hasSize(64);
        var opened = files.open(note.id()).orElseThrow();
        assertThat(opened.note()).isEqualTo(note);
        assertThat(opened.bytes()).isEqualTo(sample.bytes());
    }

    static List<Sample> hostile() {
        return List.of(
                new Sample("a.txt", latin("MZ\u0090\u0000\u0003"), "kind"),
                new Sample("a.txt", latin("\u007fELF\u0002"), "kind"),
                new Sample("a.txt", latin("#!/bin/sh\nrm"), "kind"),
                new Sample("a.txt", latin("<!DOCTYPE html><html>"), "kind"),
                new Sample("a.csv", latin("a,b\n<script>alert(1)</script>"), "kind"),
                new Sample("a.png", latin("<svg xmlns='http://www.w3.org/2000/svg'/>"), "kind"),
                new Sample("a.txt", latin("\u00e0 windows"), "kind"),
                new Sample("a.zip", zip(Map.of("a.exe", "x")), "kind"),
                new Sample(
                        "a.docx",
                        zip(Map.of("[Content_Types].xml", "x", "word/document.xml", "x", "word/vbaProject.bin", "x")),
                        "kind"),
                new Sample(
                        "a.odt",
                        zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text", "Basic/Standard/x.xml", "x")),
                        "kind"),
                new Sample("a.docx", latin("PK\u0003\u0004 cut off"), "kind"),
                new Sample("a.doc", latin("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"), "kind"),
                new Sample("a.exe", latin("%PDF-1.7"), "name"),
                new Sample("a.pdf.html", latin("%PDF-1.7"), "name"),
                new Sample("a.pdf", latin("plain text"), "name"),
                new Sample("a", latin("plain text"), "name"),
                new Sample("a.xlsx", zip(Map.of("[Content_Types].xml", "x", "word/document.xml", "x")), "name"),
                new Sample("a.txt", new byte[0], "empty"),
                new Sample("a.txt", latin("x".repeat(102_401)), "too-large"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void is_refused_and_nothing_is_kept(Sample sample) {
        long before = count();
        assertThat(files.keep(ACTOR, sample.name(), sample.bytes())).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo("files.refused." + sample.mediaType());
            for (var language : List.of(Locale.ROOT, Locale.ENGLISH))
                assertThat(ResourceBundle.getBundle("messages/files", language).getString(refused.reason()))
                        .isNotBlank();
        });
        assertThat(count()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd.txt | passwd.txt",
                "C:\\Users\\x\\Báo cáo.txt | Báo cáo.txt",
                "a\u202Etxt.exe.txt | atxt.exe.txt",
                "a\u0000\u200b\u0007b.txt | ab.txt",
                "<script>.txt | script.txt",
                "  .. a   b .txt | a b .txt",
                "Tu\u0301c Duye\u0302n.txt | Túc Duyên.txt"
            })
    void names_are_cleaned(String given, String cleaned) {
        assertThat(kept(given, latin("x")).name()).isEqualTo(cleaned);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "...", "\u202e"})
    void a_name_of_nothing_becomes_a_name(String given) {
        assertThat(FileName.clean(given)).isEqualTo("tep");
        assertThat(FileName.clean("ế".repeat(500) + ".pdf")).hasSize(200).endsWith(".pdf");
    }

    @Test
    void the_same_bytes_twice_are_two_files_and_an_unknown_id_is_none() {
        var first = kept("a.txt", latin("same"));
        var second = kept("a.txt", latin("same"));
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(first.sha256()).isEqualTo(second.sha256());
        assertThat(files.notes(List.of(second.id(), first.id(), new FileId(UUID.randomUUID()))))
                .containsExactlyInAnyOrder(first, second);
        assertThat(files.notes(List.of())).isEmpty();
        assertThat(files.open(new FileId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void the_database_itself_refuses_what_does_not_agree() {
        var store = new FileStore(jdbc);
        var note = kept("a.txt", latin("x"));
        var id = new FileId(UUID.randomUUID());
        for (FileNote wrong : List.of(
                new FileNote(id, "a/b.txt", "text/plain", 1, note.sha256(), note.keptAt(), ACTOR),
                new FileNote(id, "a.txt", "text plain", 1, note.sha256(), note.keptAt(), ACTOR),
                new FileNote(id, "a.txt", "text/plain", 2, note.sha256(), note.keptAt(), ACTOR),
                new FileNote(id, "a.txt", "text/plain", 1, "00", note.keptAt(), ACTOR)))
            assertThatThrownBy(() -> store.keep(wrong, latin("x"))).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void is_handed_out_to_be_saved_and_never_shown() {
        var note = kept("Báo cáo \"quý\" 1*.txt", latin("x"));
        var answer = FileResponses.attachment(files.open(note.id()).orElseThrow());
        assertThat(answer.getHeaders().getFirst("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"Bao cao quy 1.txt\"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20qu%C3%BD%201.txt");
        assertThat(answer.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeaders().getFirst("Content-Security-Policy")).startsWith("sandbox");
        assertThat(FileResponses.disposition("đ\"\r\n;x.txt"))
                .doesNotContain("\r", "\n")
                .contains("filename=\"d____x.txt\"");
    }

    private FileNote kept(String name, byte[] bytes) {
        var keeping = files.keep(ACTOR, name, bytes);
        assertThat(keeping).isInstanceOf(Kept.class);
        return ((Kept) keeping).file();
    }

    private long count() {
        return jdbc.sql("SELECT count(*) FROM files.file").query(Long.class).single();
    }

    private static byte[] latin(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static byte[] zip(Map<String, String> entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
