package vn.thucchat.steering.indicators;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ground;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** What units hand in: written, submitted, accepted or returned. Every act names the version that it was made on. */
@Service
public class Submissions {

    private final SubmissionStore store;
    private final StatementStore statements;
    private final DocumentStore documents;
    private final IndicatorStore indicators;
    private final Acceptance acceptance;
    private final Units units;
    private final Access access;
    private final AccessLog log;
    private final InstantSource clock;

    Submissions(
            SubmissionStore store,
            StatementStore statements,
            DocumentStore documents,
            IndicatorStore indicators,
            Acceptance acceptance,
            Units units,
            Access access,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.statements = statements;
        this.documents = documents;
        this.indicators = indicators;
        this.acceptance = acceptance;
        this.units = units;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** What came of an act on a submission. */
    public sealed interface Outcome {
        record Done(Submission submission) implements Outcome {}

        /** Some lines cannot stand; nothing was kept. */
        record Refused(List<StatedLine.Fault> faults) implements Outcome {}

        /** Somebody changed it meanwhile, or it is in a state that does not allow the act. */
        record Stale() implements Outcome {}

        /** The same file was taken before, as this submission. */
        record UploadedBefore(UUID submission) implements Outcome {}

        /** The actor's roles do not reach the unit. */
        record OutOfReach() implements Outcome {}

        /** There are no lines or there is no document to submit. */
        record Incomplete(boolean document) implements Outcome {}
    }

    public Optional<Submission> find(UUID id) {
        return store.find(id);
    }

    public List<Statement> lines(Collection<UUID> submissions) {
        return statements.ofSubmissions(submissions);
    }

    public Optional<Statement> statement(UUID id) {
        return statements.find(id);
    }

    /** Submissions of the units that the actor's roles reach, newest first, before one already seen. */
    public List<Submission> mine(Actor actor, @Nullable UUID before, int limit) {
        return store.ofUnits(access.units(actor, Role.values()), before, limit);
    }

    /** What waits for this reviewer, longest waiting first, after one already seen. */
    public List<Submission> waiting(Actor reviewer, @Nullable Submission after, int limit) {
        return store.waiting(access.units(reviewer, Role.REVIEWER), after, limit);
    }

    /** Whether somebody may read a submission: any role that reaches its unit. */
    public boolean sees(Actor actor, Submission submission) {
        return access.units(actor, Role.values()).contains(submission.unit().value());
    }

    /** The statements of a unit that hold, by indicator: what a correction starts from. */
    public Map<String, Statement> holding(UnitCode unit, Period period, boolean synthetic) {
        var holding = new HashMap<String, Statement>();
        for (Statement statement : statements.holding(List.of(unit), List.of(period)))
            if (statement.synthetic() == synthetic) holding.put(statement.indicator(), statement);
        return holding;
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
    public Outcome open(Actor reporter, UnitCode unit, Period period) {
        if (!access.may(reporter, Role.REPORTER, unit.value())) return new Outcome.OutOfReach();
        UUID id = Ids.next(clock);
        if (store.insert(id, unit, period, reporter.synthetic(), reporter, clock.instant()))
            log.record(reporter, "indicators.submission-begun", path(id), unit + " · " + period);
        return store.open(unit, period, reporter.synthetic())
                .<Outcome>map(Outcome.Done::new)
                .orElseGet(Outcome.Stale::new);
    }

    /**
     * Writes the whole content of an open submission: document, note and lines. All lines stand, or nothing is kept.
     *
     * @param document null while there is none yet
     * @param uploadSha256 of the spreadsheet the lines came from, or null when they were typed
     */
    @Transactional
    public Outcome write(
            Actor reporter,
            UUID id,
            int version,
            @Nullable Document document,
            String note,
            List<StatedLine> lines,
            @Nullable String uploadSha256) {
        Submission submission = store.find(id).orElse(null);
        if (submission == null
                || !access.may(reporter, Role.REPORTER, submission.unit().value())) return new Outcome.OutOfReach();
        if (uploadSha256 != null) {
            var before = store.uploaded(submission.unit(), submission.period(), uploadSha256);
            if (before.isPresent()) return new Outcome.UploadedBefore(before.get());
        }
        List<StatedLine> written = lines.stream().filter(line -> !line.empty()).toList();
        List<StatedLine.Fault> faults = faults(submission, written);
        if (note.length() > 4000) faults.add(new StatedLine.Fault("", "note", "text.too-long", "4000"));
        if (!faults.isEmpty()) return new Outcome.Refused(faults);
        Document kept = document == null ? null : documents.keep(document);
        if (!store.write(id, version, kept == null ? null : kept.id(), note, uploadSha256)) return new Outcome.Stale();
        statements.deleteLines(id);
        if (!written.isEmpty())
            statements.insert(
                    written.stream().map(line -> statement(submission, line)).toList());
        log.record(reporter, "indicators.submission-written", path(id), Integer.toString(written.size()));
        return found(id);
    }

    @Transactional
    public Outcome submit(Actor reporter, UUID id, int version) {
        Submission submission = store.find(id).orElse(null);
        if (submission == null
                || !access.may(reporter, Role.REPORTER, submission.unit().value())) return new Outcome.OutOfReach();
        if (submission.document() == null) return new Outcome.Incomplete(true);
        if (statements.ofSubmissions(List.of(id)).isEmpty()) return new Outcome.Incomplete(false);
        if (!store.submit(id, version, clock.instant())) return new Outcome.Stale();
        log.record(reporter, "indicators.submission-submitted", path(id), "");
        return found(id);
    }

    /** Takes a submission back for correction before anybody decided on it. */
    @Transactional
    public Outcome takeBack(Actor reporter, UUID id, int version) {
        return act(reporter, Role.REPORTER, id, "indicators.submission-taken-back", () -> store.reopen(id, version));
    }

    /** Gives a draft up; it stays in the log and counts nowhere. */
    @Transactional
    public Outcome withdraw(Actor reporter, UUID id, int version) {
        return act(reporter, Role.REPORTER, id, "indicators.submission-withdrawn", () -> store.withdraw(id, version));
    }

    /** Accepts every line: from now on they count in running figures; publishing is another act. */
    @Transactional
    public Outcome accept(Actor reviewer, UUID id, int version) {
        return act(reviewer, Role.REVIEWER, id, "indicators.submission-accepted", () -> {
            if (!store.decide(id, version, Submission.State.ACCEPTED, "", reviewer, clock.instant())) return false;
            acceptance.accept(statements.ofSubmissions(List.of(id)));
            return true;
        });
    }

    /** @param reason what the unit is to do; 5 to 4000 characters, checked by whoever read the form */
    @Transactional
    public Outcome sendBack(Actor reviewer, UUID id, int version, String reason) {
        return act(
                reviewer,
                Role.REVIEWER,
                id,
                "indicators.submission-returned",
                () -> store.decide(id, version, Submission.State.RETURNED, reason, reviewer, clock.instant()));
    }

    private Outcome act(Actor actor, Role role, UUID id, String action, java.util.function.BooleanSupplier change) {
        Submission submission = store.find(id).orElse(null);
        if (submission == null || !access.may(actor, role, submission.unit().value())) return new Outcome.OutOfReach();
        if (!change.getAsBoolean()) return new Outcome.Stale();
        log.record(actor, action, path(id), submission.unit() + " · " + submission.period());
        return found(id);
    }

    private List<StatedLine.Fault> faults(Submission submission, List<StatedLine> lines) {
        Map<String, Indicator> owed = new HashMap<>();
        reportedBy(submission.unit(), submission.period()).forEach(it -> owed.put(it.code(), it));
        LocalDate today = Ground.day(clock.instant());
        var seen = new HashSet<String>();
        var faults = new ArrayList<StatedLine.Fault>();
        for (StatedLine line : lines) {
            Indicator it = owed.get(line.indicator());
            if (it == null)
                faults.add(new StatedLine.Fault(line.indicator(), "indicator", "line.not-owed", line.indicator()));
            else if (!seen.add(line.indicator()))
                faults.add(new StatedLine.Fault(line.indicator(), "indicator", "line.twice", line.indicator()));
            else faults.addAll(line.faults(it, submission.period(), today));
        }
        return faults;
    }

    private Statement statement(Submission submission, StatedLine line) {
        LocalDate asOf = line.asOf();
        return new Statement(
                Ids.next(clock),
                submission.id(),
                submission.unit(),
                line.indicator(),
                submission.period(),
                "=",
                line.value(),
                line.numerator(),
                line.denominator(),
                null,
                asOf == null ? lastDay(submission.period()) : asOf,
                line.provenance(),
                line.quote(),
                "",
                submission.synthetic(),
                null,
                null);
    }

    /** Of a period that still runs: today. */
    private LocalDate lastDay(Period period) {
        LocalDate today = Ground.day(clock.instant());
        return today.isBefore(period.to()) ? today : period.to();
    }

    private Outcome found(UUID id) {
        return new Outcome.Done(store.find(id).orElseThrow());
    }

    private static String path(UUID id) {
        return "/submissions/" + id;
    }
}
