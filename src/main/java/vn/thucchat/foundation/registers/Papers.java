package vn.thucchat.foundation.registers;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.files.FileId;
import vn.thucchat.foundation.files.FileNote;
import vn.thucchat.foundation.files.Files;
import vn.thucchat.foundation.files.KeptFile;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;

/** The kho of each subject: papers that agencies issued, kept with their validity, so that nobody hands one in again. */
@Service
public class Papers {

    private static final int LONGEST = 200;

    private final PaperStore store;
    private final SubjectStore subjects;
    private final ValueSeal seal;
    private final RecordRights rights;
    private final Files files;
    private final AccessLog log;
    private final InstantSource clock;

    Papers(
            PaperStore store,
            SubjectStore subjects,
            ValueSeal seal,
            RecordRights rights,
            Files files,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.subjects = subjects;
        this.seal = seal;
        this.rights = rights;
        this.files = files;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A paper as it is kept.
     *
     * @param file its copy in {@code foundation.files}, or null
     * @param replaces the paper whose place it takes, or null
     */
    public record Draft(
            String kind,
            String title,
            String number,
            Paper.Issue issue,
            @Nullable FileId file,
            Paper.Source source,
            @Nullable UUID replaces) {}

    public List<Paper.Kind> kinds() {
        return store.kinds();
    }

    /** All papers of a subject, those that are over too, the newest first; the look is written down. */
    @Transactional
    public List<Paper> papers(Actor reader, Subject subject, Look look) {
        rights.requireReader(reader, subject, look);
        List<Paper> found =
                store.of(rights.ids(subject)).stream().map(seal::open).toList();
        log.recordRead(
                reader,
                "registers.papers-listed",
                subject.path(),
                look.detail(look.logged()),
                rights.logged(reader, subject));
        return found;
    }

    /**
     * Papers of a kind that a dossier may use on a day: one that is over or was replaced is never among them.
     *
     * @param kind code of a {@link Paper.Kind}
     */
    @Transactional
    public List<Paper> papers(Actor reader, Subject subject, String kind, LocalDate on, Look look) {
        return papers(reader, subject, look).stream()
                .filter(paper -> paper.kind().equals(kind) && paper.on(on).usable())
                .toList();
    }

    /**
     * The copy of a paper; the look is written down.
     *
     * @throws Problem 409 when its bytes are no longer those that were kept
     */
    @Transactional
    public Optional<KeptFile> open(Actor reader, Subject subject, UUID paper, Look look) {
        rights.requireReader(reader, subject, look);
        Paper.Copy copy = store.find(rights.ids(subject), paper)
                .map(kept -> kept.paper().file())
                .orElse(null);
        KeptFile file =
                copy == null ? null : files.open(new FileId(copy.file())).orElse(null);
        if (copy == null || file == null) return Optional.empty();
        if (!Sha256.hex(file.bytes()).equals(copy.sha256())) throw Problem.conflict("registers.paper.altered");
        log.recordRead(
                reader,
                "registers.paper-opened",
                subject.path(),
                look.detail(paper.toString()),
                rights.logged(reader, subject));
        return Optional.of(file);
    }

    /**
     * Keeps a paper in the transaction of the act that issued it; with the same key again, nothing changes. A clerk keeps what
     * was read at the counter, the platform what a dossier or another system gave.
     *
     * @param key made by the sender, unique for the subject
     */
    @Transactional
    public Result keep(Actor actor, Subject subject, String key, Draft draft) {
        if (!mayKeep(actor, subject, draft.source().origin())) return new Result.Refused("registers.refused.platform");
        FileNote note = draft.file() == null
                ? null
                : files.notes(List.of(draft.file())).stream().findFirst().orElse(null);
        List<FieldError> faults = faults(subject, draft, note);
        if (!faults.isEmpty()) return new Result.Invalid(faults);
        UUID id = Ids.next(clock);
        var kept = new PaperStore.Kept(
                subject.id(),
                new Paper(
                        id,
                        draft.kind(),
                        draft.title().strip(),
                        seal.close(subject.id(), id, draft.number().strip()),
                        draft.issue(),
                        note == null ? null : new Paper.Copy(note.id().value(), note.sha256()),
                        draft.source(),
                        null));
        subjects.insert(subject, actor.account(), clock.instant());
        if (!store.insert(kept, draft.replaces(), key, actor.account(), clock.instant()))
            return new Result.Done(store.ofKey(subject.id(), key).orElseThrow());
        log.record(actor, "registers.paper-kept", subject.path(), draft.kind() + " " + id);
        return new Result.Done(id);
    }

    private boolean mayKeep(Actor actor, Subject subject, Origin origin) {
        return switch (origin) {
            case NATIONAL_DATABASE, DOSSIER, IMPORTED -> actor.equals(Actor.PLATFORM);
            case CARD_READ -> rights.clerk(actor, subject) && !rights.concerns(actor, subject);
            case STATED -> false;
        };
    }

    private List<FieldError> faults(Subject subject, Draft draft, @Nullable FileNote note) {
        var faults = new ArrayList<FieldError>();
        if (store.kinds().stream().noneMatch(kind -> kind.code().equals(draft.kind())))
            faults.add(new FieldError("kind", "form.choose"));
        if (wrong(draft.title())) faults.add(new FieldError("title", "registers.paper.fault.title"));
        if (wrong(draft.number())) faults.add(new FieldError("number", "registers.paper.fault.number"));
        if (wrong(draft.issue().issuedBy())) faults.add(new FieldError("issuedBy", "registers.paper.fault.issued-by"));
        LocalDate until = draft.issue().validUntil();
        if (draft.issue().issuedOn().isAfter(BusinessTime.day(clock.instant()))
                || draft.issue().validFrom().isBefore(draft.issue().issuedOn())
                || (until != null && until.isBefore(draft.issue().validFrom())))
            faults.add(new FieldError("validUntil", "registers.paper.fault.days"));
        if (draft.file() != null && note == null) faults.add(new FieldError("file", "registers.paper.fault.file"));
        UUID replaces = draft.replaces();
        if (replaces != null
                && store.find(List.of(subject.id().value()), replaces)
                        .filter(old -> old.paper().replacedBy() == null)
                        .isEmpty()) faults.add(new FieldError("replaces", "registers.fault.corrects"));
        return faults;
    }

    private static boolean wrong(String text) {
        return text.isBlank() || text.length() > LONGEST;
    }
}
