package vn.thucchat.steering.indicators.reporting;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Documents;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

/**
 * Figures of many units out of one spreadsheet: taken whole, a submission each, or not at all; the same file once.
 * However many units there are, the number of statements sent to the database is the same.
 */
@Service
public class Uploads {

    private final SubmissionStore submissions;
    private final SubmissionBatchStore batches;
    private final StatementStore statements;
    private final Documents documents;
    private final Indicators indicators;
    private final ReportingWork work;
    private final Units units;
    private final Access access;
    private final AccessLog log;
    private final InstantSource clock;

    Uploads(
            SubmissionStore submissions,
            SubmissionBatchStore batches,
            StatementStore statements,
            Documents documents,
            Indicators indicators,
            ReportingWork work,
            Units units,
            Access access,
            AccessLog log,
            InstantSource clock) {
        this.submissions = submissions;
        this.batches = batches;
        this.statements = statements;
        this.documents = documents;
        this.indicators = indicators;
        this.work = work;
        this.units = units;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** What came of a file. */
    public sealed interface Outcome {
        /** @param submissions what its lines were written into, by unit */
        record Taken(List<Submission> submissions) implements Outcome {}

        /** The same file was taken before. */
        record Before(List<Submission> submissions) implements Outcome {}

        /** Nothing was taken. */
        record Refused(Map<UnitCode, List<StatedLine.Fault>> faults) implements Outcome {}
    }

    /** What came of handing in everything that a file was taken into. */
    public sealed interface Submitted {
        record Done(int submissions) implements Submitted {}

        /** Some of it changed meanwhile; nothing was submitted. */
        record Stale() implements Submitted {}
    }

    /**
     * What the actor may not state, and what is wrong with what they may, by unit; empty when {@link #take} would take
     * it. A fault without an indicator is of the unit as a whole.
     */
    public Map<UnitCode, List<StatedLine.Fault>> faults(
            Actor reporter, Period period, Map<UnitCode, List<StatedLine>> lines) {
        Set<String> mine = access.units(reporter, SteeringRoles.REPORTER);
        var byLevel = new HashMap<UnitKind.Level, Map<String, Indicator>>();
        for (Indicator it : indicators.all())
            if (it.active() && it.reportedBy() != null)
                byLevel.computeIfAbsent(it.reportedBy(), level -> new HashMap<>())
                        .put(it.code(), it);
        LocalDate today = BusinessTime.day(clock.instant());
        var faults = new TreeMap<UnitCode, List<StatedLine.Fault>>();
        lines.forEach((unit, of) -> {
            if (!mine.contains(unit.value())) {
                faults.put(unit, whole("line.out-of-reach"));
                return;
            }
            Map<String, Indicator> owed = units.nearest(unit, period.to())
                    .map(it -> byLevel.getOrDefault(it.kind().level(), Map.of()))
                    .orElse(Map.of());
            List<StatedLine.Fault> found = StatedLine.faults(of, owed, period, today);
            if (!found.isEmpty()) faults.put(unit, found);
        });
        return faults;
    }

    /**
     * Writes the lines into the units' open submissions. A line takes the place of what was written about the same
     * indicator; what the file does not speak of stays.
     *
     * @param lines of each unit, none of them empty
     * @param sha256 of the file, in hexadecimal
     */
    @Transactional
    public Outcome take(
            Actor reporter, Period period, Document document, Map<UnitCode, List<StatedLine>> lines, String sha256) {
        Map<UnitCode, List<StatedLine.Fault>> faults = faults(reporter, period, lines);
        if (!faults.isEmpty()) return new Outcome.Refused(faults);
        batches.lock(sha256);
        List<Submission> before = of(reporter, sha256);
        if (!before.isEmpty()) return new Outcome.Before(before);

        var now = clock.instant();
        var ids = new TreeMap<UnitCode, UUID>();
        lines.keySet().forEach(unit -> ids.put(unit, Ids.next(clock)));
        List<Submission> open = batches.open(ids, period, reporter, now);
        Map<UnitCode, List<StatedLine.Fault>> waiting = open.stream()
                .filter(it -> !it.state().open())
                .collect(Collectors.toMap(Submission::unit, it -> whole("line.waiting")));
        if (!waiting.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Outcome.Refused(waiting);
        }
        Map<UnitCode, Submission> byUnit =
                open.stream().collect(Collectors.toMap(Submission::unit, Function.identity()));
        submissions.step(
                open.stream()
                        .filter(it -> it.id().equals(ids.get(it.unit())))
                        .map(Submission::id)
                        .toList(),
                reporter,
                now,
                "");
        batches.write(
                open.stream().map(Submission::id).toList(),
                documents.keep(document).id(),
                sha256);
        LocalDate today = BusinessTime.day(now);
        List<Statement> written = lines.entrySet().stream()
                .flatMap(of -> of.getValue().stream()
                        .map(line -> line.statement(
                                Ids.next(clock), java.util.Objects.requireNonNull(byUnit.get(of.getKey())), today)))
                .toList();
        statements.deleteWhatTheseReplace(written);
        statements.insert(written);
        log.record(
                reporter,
                "indicators.sheet-taken",
                path(sha256),
                period + " · " + open.size() + " · " + written.size());
        return new Outcome.Taken(of(reporter, sha256));
    }

    /** Of these units those that the actor may fill in or hand out a sheet for. */
    public List<Unit> fillable(Actor actor, List<Unit> of) {
        Set<String> mine = access.units(actor, SteeringRoles.REPORTER, SteeringRoles.STEERING_OFFICE);
        return of.stream().filter(it -> mine.contains(it.code().value())).toList();
    }

    /** What a file was taken into, of the units that this officer reports for, by unit. */
    public List<Submission> of(Actor reporter, String sha256) {
        return batches.ofUpload(sha256, access.units(reporter, SteeringRoles.REPORTER), reporter.synthetic());
    }

    /**
     * Hands in every draft among what a file was taken into.
     *
     * @param seen the drafts, in the versions that the officer saw
     */
    @Transactional
    public Submitted submit(Actor reporter, String sha256, List<Submission> seen) {
        Set<String> mine = access.units(reporter, SteeringRoles.REPORTER);
        var drafts = seen.stream()
                .filter(it -> it.state() == Submission.State.DRAFT
                        && mine.contains(it.unit().value()))
                .toList();
        var now = clock.instant();
        if (batches.submit(drafts, now) != drafts.size()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Submitted.Stale();
        }
        submissions.step(drafts.stream().map(Submission::id).toList(), reporter, now, "");
        Set<UUID> handedIn = drafts.stream().map(Submission::id).collect(Collectors.toSet());
        work.changed(of(reporter, sha256).stream()
                .filter(it -> handedIn.contains(it.id()))
                .map(it -> new ReportingWork.Act(it, reporter, now))
                .toList());
        log.record(reporter, "indicators.sheet-submitted", path(sha256), Integer.toString(drafts.size()));
        return new Submitted.Done(drafts.size());
    }

    private static List<StatedLine.Fault> whole(String key) {
        return List.of(new StatedLine.Fault("", "unit", key, ""));
    }

    private static String path(String sha256) {
        return "/reporting/uploads/" + sha256;
    }
}
