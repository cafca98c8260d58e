package vn.thucchat.steering.indicators.reports;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.figures.Assessment;

/**
 * Reports of a unit's published figures of a period: ordered by its steering office, built by a job that survives a
 * restart, and then kept as they are.
 */
@Service
public class Reports {

    /** The job that builds a report; its instance is the report's id. */
    public static final TaskDescriptor<Void> BUILD = TaskDescriptor.of("indicators.report");

    private final ReportStore store;
    private final ReportFigures figures;
    private final Access access;
    private final AccessLog log;
    private final InstantSource clock;
    // the scheduler needs the job first, and the job needs us
    private final ObjectProvider<SchedulerClient> jobs;

    Reports(
            ReportStore store,
            ReportFigures figures,
            Access access,
            AccessLog log,
            InstantSource clock,
            ObjectProvider<SchedulerClient> jobs) {
        this.store = store;
        this.figures = figures;
        this.access = access;
        this.log = log;
        this.clock = clock;
        this.jobs = jobs;
    }

    /** @param id made with the form: the same order sent twice is one report, another under the same id is stale */
    @Transactional
    public Result order(Actor actor, UUID id, ReportOrder order) {
        if (!orders(actor, order.unit())) return new Result.Refused("unit.out-of-reach");
        List<FieldError> faults = order.faults();
        if (!faults.isEmpty()) return new Result.Invalid(faults);
        if (store.find(id).isEmpty() && figures.of(order).isEmpty())
            return Result.invalid("period", "report.no-figures");
        if (!store.insert(id, order, actor, clock.instant()))
            return store.find(id).orElseThrow().order().equals(order) ? new Result.Done(id) : new Result.Stale();
        build(id);
        log.record(actor, "indicators.report-ordered", "/reports/" + id, order.unit() + " · " + order.period());
        return new Result.Done(id);
    }

    /** Builds again what could not be built. */
    @Transactional
    public Result again(Actor actor, UUID id) {
        Report report = store.find(id).orElse(null);
        if (report == null || !orders(actor, report.order().unit())) return new Result.NotFound();
        if (!store.again(id)) return new Result.Stale();
        build(id);
        log.record(actor, "indicators.report-ordered-again", report.path(), report.failure());
        return new Result.Done(id);
    }

    /** Whether somebody may have reports of a unit built. */
    public boolean orders(Actor actor, UnitCode unit) {
        return access.may(actor, SteeringRoles.STEERING_OFFICE, unit.value());
    }

    /** A report that this person may read: built, or ordered for a unit in reach. */
    public Optional<Report> find(Actor actor, UUID id) {
        return store.find(id)
                .filter(report -> report.state() == Report.State.BUILT
                        || orders(actor, report.order().unit()));
    }

    /** Those that this person may read, newest first, from after one of them. */
    public List<Report> latest(
            Actor actor, @Nullable UnitCode unit, @Nullable Period period, @Nullable UUID after, int limit) {
        return store.latest(access.units(actor, SteeringRoles.STEERING_OFFICE), unit, period, after, limit);
    }

    /** Those of some units that this person may read, newest first. */
    public List<Report> ofUnits(Actor actor, Collection<UnitCode> units, int limit) {
        return store.ofUnits(access.units(actor, SteeringRoles.STEERING_OFFICE), units, limit);
    }

    /**
     * Those with a number that this person may read, newest first.
     *
     * @param digits before the stroke: {@code 123} of {@code 123/BC-UBND}
     */
    public List<Report> ofNumber(Actor actor, String digits, int limit) {
        if (!digits.matches("\\d+")) throw new IllegalArgumentException(digits + " is no number");
        return store.ofNumber(access.units(actor, SteeringRoles.STEERING_OFFICE), digits, limit);
    }

    /** The figures of a report, in its order. */
    public List<Report.Line> lines(UUID id) {
        return store.lines(id);
    }

    /** A built report as a file. */
    public Optional<byte[]> file(UUID id, Report.Form form) {
        return store.file(id, form);
    }

    /** For the job: what is to be written, unless it is written already. */
    @Transactional(readOnly = true)
    public Optional<ReportContents> contents(UUID id) {
        return store.find(id)
                .filter(report -> report.state() == Report.State.WAITING)
                .map(figures::contents);
    }

    /** For the job: how far it is. */
    public void reached(UUID id, int step) {
        store.step(id, step);
    }

    /** For the job: keeps what it wrote, once. */
    @Transactional
    public void finish(ReportContents contents, Report.Files files) {
        store.finish(
                contents.report().id(),
                contents.figures().stream().map(Assessment::figure).toList(),
                contents.synthetic(),
                files,
                clock.instant());
    }

    /** For the job: it could not be built. */
    public void fail(UUID id, String incident) {
        store.fail(id, incident);
    }

    /** Due since ever, so that the scheduler's clock and ours need not agree. In the caller's transaction. */
    private void build(UUID id) {
        jobs.getObject().scheduleIfNotExists(BUILD.instance(id.toString()).scheduledTo(Instant.EPOCH));
    }
}
