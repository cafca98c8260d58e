package vn.thucchat.steering.indicators.reporting;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Documents;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

/** What units hand in: written, submitted, accepted or returned. Every act names the version that it was made on. */
@Service
public class Submissions {

    /** What somebody makes of a submission who states the figures, and not who reviews them. */
    private static final Set<Submission.State> STATED = Set.of(Submission.State.DRAFT, Submission.State.SUBMITTED);

    private static final Result OUT_OF_REACH = new Result.Refused("unit.out-of-reach");

    private final SubmissionStore store;
    private final SubmissionBatchStore batch;
    private final StatementStore statements;
    private final Documents documents;
    private final Indicators indicators;
    private final Acceptance acceptance;
    private final ReportingWork work;
    private final Units units;
    private final Access access;
    private final AccessLog log;
    private final InstantSource clock;

    Submissions(
            SubmissionStore store,
            SubmissionBatchStore batch,
            StatementStore statements,
            Documents documents,
            Indicators indicators,
            Acceptance acceptance,
            ReportingWork work,
            Units units,
            Access access,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.batch = batch;
        this.statements = statements;
        this.documents = documents;
        this.indicators = indicators;
        this.acceptance = acceptance;
        this.work = work;
        this.units = units;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    public Optional<Submission> find(UUID id) {
        return store.find(id);
    }

    /** Submissions in these states of the units that this officer reports for, newest first. */
    public List<Submission> inStates(Actor reporter, Collection<Submission.State> states, int limit) {
        return store.inStates(access.units(reporter, SteeringRoles.REPORTER), reporter.synthetic(), states, limit);
    }

    /** What happened to a submission, in order of time. */
    public List<Submission.Step> steps(UUID id) {
        return store.steps(id);
    }

    /** What waits for this reviewer, longest waiting first, after one already seen. */
    public List<Submission> waiting(Actor reviewer, @Nullable Submission after, int limit) {
        return store.waiting(access.units(reviewer, SteeringRoles.REVIEWER), reviewer.synthetic(), after, limit);
    }

    /** Whether somebody may read a submission: one of {@link SteeringRoles#READERS} that reaches its unit; a demonstration account reads no real one. */
    public boolean sees(Actor actor, Submission submission) {
        return access.may(actor, SteeringRoles.READERS, submission.unit().value(), submission.synthetic());
    }

    /**
     * Whether the actor may do on it what the role is for. A demonstration account changes nothing that is real, and
     * nobody reviews what they stated themselves.
     */
    public boolean may(Actor actor, String role, Submission submission) {
        return access.may(actor, role, submission.unit().value(), submission.synthetic())
                && (!role.equals(SteeringRoles.REVIEWER) || !stated(actor, submission));
    }

    /** Whether the actor began, submitted or took back the submission, at any time. */
    public boolean stated(Actor actor, Submission submission) {
        return statedBy(actor, List.of(submission.id())).contains(submission.id());
    }

    /** Those of the submissions that the actor stated, as in {@link #stated}. */
    public Set<UUID> statedBy(Actor actor, Collection<UUID> ids) {
        return actor.signedIn() ? store.statedBy(actor.account(), STATED, ids) : Set.of();
    }

    /** The indicators that a unit's level states. */
    public List<Indicator> reportedBy(UnitCode unit, Period period) {
        return units.nearest(unit, period.to())
                .map(of -> indicators.all().stream()
                        .filter(it ->
                                it.active() && it.reportedBy() == of.kind().level())
                        .toList())
                .orElse(List.of());
    }

    /** The open submission of a unit and period: the one there is, or a new draft. */
    @Transactional
    public Result open(Actor reporter, UnitCode unit, Period period) {
        if (!access.may(reporter, SteeringRoles.REPORTER, unit.value())) return OUT_OF_REACH;
        UUID id = Ids.next(clock);
        if (store.insert(id, unit, period, reporter.synthetic(), reporter, clock.instant())) {
            store.step(List.of(id), reporter, clock.instant(), "");
            log.record(reporter, "indicators.submission-begun", path(id), unit + " · " + period);
        }
        return store.open(unit, period, reporter.synthetic())
                .<Result>map(it -> new Result.Done(it.id()))
                .orElseGet(Result.Stale::new);
    }

    /**
     * Writes the whole content of an open submission: document, note and lines. All lines stand, or nothing is kept.
     *
     * @param document null while there is none yet
     */
    @Transactional
    public Result write(
            Actor reporter, UUID id, int version, @Nullable Document document, String note, List<StatedLine> lines) {
        Submission submission = store.find(id).orElse(null);
        if (submission == null || !may(reporter, SteeringRoles.REPORTER, submission)) return OUT_OF_REACH;
        List<StatedLine> written = lines.stream().filter(line -> !line.empty()).toList();
        var faults = new ArrayList<>(faults(submission, written));
        if (note.length() > 4000) faults.add(new StatedLine.Fault("", "note", "text.too-long", "4000"));
        if (!faults.isEmpty())
            return new Result.Invalid(
                    faults.stream().map(StatedLine.Fault::error).toList());
        Document kept = document == null ? null : documents.keep(document);
        if (!store.write(id, version, kept == null ? null : kept.id(), note)) return new Result.Stale();
        statements.deleteLines(id);
        if (!written.isEmpty())
            statements.insert(written.stream()
                    .map(line -> line.statement(Ids.next(clock), submission, today()))
                    .toList());
        log.record(reporter, "indicators.submission-written", path(id), Integer.toString(written.size()));
        return new Result.Done(id);
    }

    @Transactional
    public Result submit(Actor reporter, UUID id, int version) {
        Submission submission = store.find(id).orElse(null);
        if (submission == null || !may(reporter, SteeringRoles.REPORTER, submission)) return OUT_OF_REACH;
        if (submission.document() == null) return Result.invalid("title", "submission.document-missing");
        if (statements.ofSubmissions(List.of(id)).isEmpty()) return Result.invalid("", "submission.lines-missing");
        if (!store.submit(id, version, clock.instant())) return new Result.Stale();
        store.step(List.of(id), reporter, clock.instant(), "");
        log.record(reporter, "indicators.submission-submitted", path(id), "");
        return changed(reporter, id);
    }

    /** Takes a submission back for correction before anybody decided on it. */
    @Transactional
    public Result takeBack(Actor reporter, UUID id, int version) {
        return act(
                reporter,
                SteeringRoles.REPORTER,
                id,
                "indicators.submission-taken-back",
                "",
                () -> store.reopen(id, version));
    }

    /** Gives a draft up; it stays in the log and counts nowhere. */
    @Transactional
    public Result withdraw(Actor reporter, UUID id, int version) {
        return act(
                reporter,
                SteeringRoles.REPORTER,
                id,
                "indicators.submission-withdrawn",
                "",
                () -> store.withdraw(id, version));
    }

    /** Accepts every line: from now on they count in running figures; publishing is another act. */
    @Transactional
    public Result accept(Actor reviewer, UUID id, int version) {
        return act(reviewer, SteeringRoles.REVIEWER, id, "indicators.submission-accepted", "", () -> {
            if (!store.decide(id, version, Submission.State.ACCEPTED, "", reviewer, clock.instant())) return false;
            acceptance.accept(statements.ofSubmissions(List.of(id)));
            return true;
        });
    }

    /** How many of these a reviewer's account accepted already, each at the version that was seen. */
    public int accepted(UUID reviewer, Map<UUID, Integer> seen) {
        return batch.accepted(reviewer, seen);
    }

    /** @param reason what the unit is to do; 5 to 4000 characters, checked by whoever read the form */
    @Transactional
    public Result sendBack(Actor reviewer, UUID id, int version, String reason) {
        return act(
                reviewer,
                SteeringRoles.REVIEWER,
                id,
                "indicators.submission-returned",
                reason,
                () -> store.decide(id, version, Submission.State.RETURNED, reason, reviewer, clock.instant()));
    }

    private Result act(Actor actor, String role, UUID id, String action, String reason, BooleanSupplier change) {
        Submission submission = store.find(id).orElse(null);
        if (submission == null || !may(actor, role, submission)) return OUT_OF_REACH;
        if (!change.getAsBoolean()) return new Result.Stale();
        store.step(List.of(id), actor, clock.instant(), reason);
        log.record(actor, action, path(id), submission.unit() + " · " + submission.period());
        return changed(actor, id);
    }

    /** Everything that is wrong with lines for a submission; empty when they can be written. */
    public List<StatedLine.Fault> faults(Submission submission, List<StatedLine> lines) {
        Map<String, Indicator> owed = new HashMap<>();
        reportedBy(submission.unit(), submission.period()).forEach(it -> owed.put(it.code(), it));
        return StatedLine.faults(lines, owed, submission.period(), today());
    }

    private LocalDate today() {
        return BusinessTime.day(clock.instant());
    }

    private Result changed(Actor by, UUID id) {
        Submission now = store.find(id).orElseThrow();
        work.changed(List.of(new ReportingWork.Act(now, by, clock.instant())));
        return new Result.Done(id);
    }

    private static String path(UUID id) {
        return "/submissions/" + id;
    }
}
