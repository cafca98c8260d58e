package vn.thucchat.steering.indicators.reporting.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.files.FileId;
import vn.thucchat.foundation.files.FileNote;
import vn.thucchat.foundation.files.Files;
import vn.thucchat.foundation.files.Keeping;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.steering.indicators.definitions.Document;

/** The file that comes with a paper: kept as soon as it is sent, so that it is not lost when a field is wrong. */
@Component
record Attachments(Files files) {

    /**
     * The form with the attachment that was sent with it, or that was kept when it was sent before, in its fields
     * {@code keptFile} and {@code fileName}.
     *
     * @param stored what the record has now, or null
     */
    <T> Form<T> attach(Actor actor, Form<T> form, @Nullable MultipartFile sent, @Nullable Document stored) {
        FileNote before = kept(actor, form.text("keptFile"), stored);
        Form<T> kept = form.with(Map.of("keptFile", "", "fileName", ""));
        if (before != null) kept = with(kept, before);
        if (sent == null || sent.isEmpty()) return kept;
        byte[] bytes = bytes(sent);
        if (before != null && before.sha256().equals(Sha256.hex(bytes))) return kept;
        return keep(actor, kept, sent.getOriginalFilename(), bytes);
    }

    <T> Form<T> keep(Actor actor, Form<T> form, @Nullable String name, byte[] bytes) {
        return switch (files.keep(actor.account(), name == null ? "" : name, bytes)) {
            case Keeping.Kept(FileNote note) -> with(form, note);
            case Keeping.Refused refused -> form.with(List.of(refused.at("file")));
        };
    }

    private static <T> Form<T> with(Form<T> form, FileNote note) {
        return form.with(Map.of("keptFile", note.id().value().toString(), "fileName", note.name()));
    }

    String name(@Nullable Document document) {
        return document == null || document.file() == null
                ? ""
                : note(document.file()).map(FileNote::name).orElse("");
    }

    /** Whether two documents say the same and come with the same bytes. */
    boolean same(@Nullable Document a, @Nullable Document b) {
        if (a == null || b == null) return a == null && b == null;
        return a.citation().equals(b.citation())
                && java.util.Objects.equals(a.issuedOn(), b.issuedOn())
                && sha256(a.file()).equals(sha256(b.file()));
    }

    static byte[] bytes(MultipartFile sent) {
        try {
            return sent.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only a file of the record itself or one that this person sent: an id in a form is a stranger's word. */
    private @Nullable FileNote kept(Actor actor, String id, @Nullable Document stored) {
        if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) return null;
        UUID file = UUID.fromString(id);
        boolean ofRecord = stored != null && file.equals(stored.file());
        return note(file)
                .filter(note -> ofRecord || note.keptBy().equals(actor.account()))
                .orElse(null);
    }

    private Optional<FileNote> note(UUID file) {
        return files.notes(List.of(new FileId(file))).stream().findFirst();
    }

    private String sha256(@Nullable UUID file) {
        return file == null ? "" : note(file).map(FileNote::sha256).orElse("");
    }
}
