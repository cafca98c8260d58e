package vn.thucchat.steering.indicators.definitions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.files.FileId;

/** Keeps the documents that targets and statements are taken from, each once. */
@Service
public class Documents {

    private final DocumentStore store;

    Documents(DocumentStore store) {
        this.store = store;
    }

    /** Keeps the document, or finds the one that says the same. */
    public Document keep(Document document) {
        return store.keep(document);
    }

    /** The documents that real or invented targets were set by last, the newest first. */
    public List<Document> ofTargets(boolean synthetic) {
        return store.ofTargets(synthetic);
    }

    public Optional<Document> find(UUID id) {
        return store.find(id);
    }

    /** The files that came with documents of the same number, title, issuer and day. */
    List<FileId> filesOf(Document document) {
        return store.filesOf(document).stream().map(FileId::new).toList();
    }
}
