package vn.thucchat.foundation.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;
import vn.thucchat.foundation.database.Ids;

/**
 * Keeps what people hand in: PDF, PNG, JPEG, WebP, DOCX, XLSX, ODT, ODS, CSV and plain text, up to
 * {@code thucchat.files.largest}. Programs, web pages, SVG, documents with macros, and files whose name says another
 * kind than their content are refused, and so is what {@code CLAMAV} finds a virus in. Call it in the transaction of the record that the file belongs to.
 */
@Service
public class Files {

    private final FileStore store;
    private final InstantSource clock;
    private final DataSize largest;
    private final VirusScanner scanner;

    Files(
            FileStore store,
            InstantSource clock,
            @Value("${thucchat.files.largest:10MB}") DataSize largest,
            VirusScanner scanner) {
        this.store = store;
        this.clock = clock;
        this.largest = largest;
        this.scanner = scanner;
    }

    /**
     * @param actor the account that hands it in
     * @param name as the sender calls it; cleaned before it is kept
     */
    public Keeping keep(UUID actor, String name, byte[] bytes) {
        if (bytes.length == 0) return refused("empty");
        if (bytes.length > largest.toBytes()) return refused("too-large");
        String cleaned = FileName.clean(name);
        String ending = FileName.ending(cleaned);
        var kind = FileKind.of(bytes, ending);
        if (kind.isEmpty()) return refused("kind");
        if (!kind.get().named(ending)) return refused("name");
        switch (scanner.scan(bytes)) {
            case CLEAN -> {}
            case INFECTED -> {
                return refused("infected");
            }
            case UNKNOWN -> {
                return refused("unscanned");
            }
        }
        var note = new FileNote(
                new FileId(Ids.next(clock)),
                cleaned,
                kind.get().mediaType,
                bytes.length,
                sha256(bytes),
                // as exact as the database keeps it
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor);
        store.keep(note, bytes);
        return new Keeping.Kept(note);
    }

    /** Whoever calls it has checked that the reader may. */
    public Optional<KeptFile> open(FileId id) {
        return store.open(id);
    }

    /** What a list of attachments shows; ids of no file are left out. In the order they were kept. */
    public List<FileNote> notes(Collection<FileId> ids) {
        return ids.isEmpty() ? List.of() : store.notes(ids);
    }

    private Keeping refused(String reason) {
        return new Keeping.Refused("files.refused." + reason, Long.toString(largest.toMegabytes()));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
