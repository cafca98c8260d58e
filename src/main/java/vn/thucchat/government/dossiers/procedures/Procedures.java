package vn.thucchat.government.dossiers.procedures;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.search.SearchWords;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.vietnamese.NameSearchKey;
import vn.thucchat.government.dossiers.procedures.ProcedureVersion.Checked;
import vn.thucchat.government.dossiers.procedures.ProcedureVersion.Decision;
import vn.thucchat.government.dossiers.procedures.ProcedureVersion.Draft;
import vn.thucchat.government.dossiers.procedures.ProcedureVersion.State;

/** The catalogue of procedures: read by everybody, changed by two editors of the province. */
@Service
public class Procedures {

    public static final String DESK = "/desk/procedures";

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    private final ProcedureVersionStore store;
    private final ProcedureWork work;
    private final Units units;
    private final AccessLog log;
    private final InstantSource clock;

    Procedures(ProcedureVersionStore store, ProcedureWork work, Units units, AccessLog log, InstantSource clock) {
        this.store = store;
        this.work = work;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    public LocalDate today() {
        return BusinessTime.day(clock.instant());
    }

    /**
     * Procedures in force on a day, in the order of their names.
     *
     * @param query words with or without diacritics, all of which are in the name, the field, the result or what people call
     *     it; empty: all
     */
    public Slice<ProcedureVersion> find(String query, LocalDate day, Cursor after, int size) {
        List<ProcedureVersion> found =
                store.inForce(day, SearchWords.of(query), after.text(0, ""), after.text(1, ""), size + 1);
        return Slice.of(
                found,
                size,
                last -> Cursor.of(
                        NameSearchKey.of(last.draft().name()), last.draft().code()));
    }

    /** The version in force on a day; one that says that the procedure is abolished too. */
    public Optional<ProcedureVersion> inForce(String code, LocalDate day) {
        return store.inForce(code, day);
    }

    /** A version, whatever became of it, as a dossier keeps it. */
    public Optional<ProcedureVersion> version(UUID id) {
        return store.find(id);
    }

    /** Approved versions of a procedure, the latest beginning first, those to come too. */
    public List<ProcedureVersion> history(String code) {
        return store.history(code);
    }

    public boolean mayRead(Actor actor) {
        return units.heldInProvince(actor, ProcedureRoles.PROCEDURE_EDITOR);
    }

    /** Whether the actor proposes and decides: never from an account of the demonstration, as the catalogue is real. */
    public boolean mayChange(Actor actor) {
        return units.mayChangeShared(actor, ProcedureRoles.PROCEDURE_EDITOR);
    }

    /** Versions that wait for a decision, or that were returned; the latest first. */
    public Slice<ProcedureVersion> proposals(Actor actor, State state, Cursor after, int size) {
        if (!mayRead(actor)) return new Slice<>(List.of(), null);
        List<ProcedureVersion> found = store.latest(state, after.at(0, NEVER), after.id(1, LAST), size + 1);
        return Slice.of(found, size, last -> Cursor.of(last.decision().proposedAt(), last.id()));
    }

    /**
     * Proposes a version. It is in force from its day on when another editor has approved it.
     *
     * @return {@code Invalid} when the day is past or another version of the procedure waits
     */
    @Transactional
    public Result propose(Actor actor, Draft draft) {
        if (!mayChange(actor)) return new Result.Refused("procedures.not-yours");
        if (!draft.validFrom().isAfter(today().minusDays(1)))
            return Result.invalid("validFrom", "procedures.fault.past");
        Instant now = clock.instant();
        var version = new ProcedureVersion(
                Ids.next(clock),
                draft,
                0,
                Checked.READ,
                unit(actor),
                new Decision(State.PROPOSED, "", actor.account(), now, null, null));
        if (!store.insert(version)) return Result.invalid("code", "procedures.fault.waits");
        work.open(version, now);
        log.record(
                actor,
                "dossiers.procedure-proposed",
                version.path(),
                draft.validFrom().toString());
        return new Result.Done(version.id());
    }

    /**
     * Decides on what another editor proposed.
     *
     * @param act {@code approve} or {@code return}
     * @param reason why it is returned
     */
    @Transactional
    public Result decide(Actor actor, UUID id, String act, String reason) {
        if (!mayChange(actor)) return new Result.Refused("procedures.not-yours");
        if (!act.matches("approve|return")) return new Result.NotFound();
        ProcedureVersion version = store.find(id).orElse(null);
        if (version == null) return new Result.NotFound();
        boolean approve = act.equals("approve");
        if (version.decision().proposedBy().equals(actor.account())) return new Result.Refused("procedures.own");
        if (!approve && reason.strip().length() < 3) return Result.invalid("reason", "procedures.fault.reason");
        if (approve && version.draft().validFrom().isBefore(today())) return new Result.Refused("procedures.outlived");
        Instant now = clock.instant();
        if (!store.decide(id, act, approve ? "" : reason.strip(), actor.account(), now)) return new Result.Stale();
        work.close(version, actor, now);
        log.record(
                actor,
                approve ? "dossiers.procedure-approved" : "dossiers.procedure-returned",
                version.path(),
                version.draft().validFrom().toString());
        return new Result.Done(id);
    }

    /** The unit that the actor's role is held in. */
    private static UnitCode unit(Actor actor) {
        return actor.grants().stream()
                .filter(grant -> grant.role().equals(ProcedureRoles.PROCEDURE_EDITOR))
                .flatMap(grant -> UnitCode.read(grant.unit()).stream())
                .findFirst()
                .orElse(UnitCode.NATION);
    }
}
