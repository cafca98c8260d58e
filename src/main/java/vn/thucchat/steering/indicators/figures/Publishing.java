package vn.thucchat.steering.indicators.figures;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.units.Composition;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

/** Makes how figures run into what everybody reads: a new revision of each that changed. */
@Service
public class Publishing {

    private final Figures figures;
    private final FigureStore store;
    private final Units units;
    private final Access access;
    private final AccessLog log;
    private final InstantSource clock;

    Publishing(Figures figures, FigureStore store, Units units, Access access, AccessLog log, InstantSource clock) {
        this.figures = figures;
        this.store = store;
        this.units = units;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** What came of publishing. */
    public sealed interface Outcome {
        /** @param figures how many got a new revision; 0 when nothing had changed */
        record Done(int figures) implements Outcome {}

        record OutOfReach() implements Outcome {}
    }

    /** A period that a unit has published figures of; invented where none of them is real. */
    public record PublishedPeriod(UnitCode unit, Period period, boolean synthetic) {}

    /** What publishing would give a new revision: how it runs, and the revision that stands (null: none yet). */
    public record Change(Figure running, @Nullable Figure published) {}

    /** Lists the periods that units have published figures of: real ones before invented ones, the newest of each first. */
    public List<PublishedPeriod> periods(Collection<UnitCode> of) {
        return store.known(of).stream()
                .collect(Collectors.groupingBy(
                        known -> List.of(known.unit(), known.period()),
                        Collectors.minBy(Comparator.comparing(FigureStore.Known::synthetic))))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .map(known -> new PublishedPeriod(known.unit(), known.period(), known.synthetic()))
                .sorted(Comparator.comparing(PublishedPeriod::synthetic)
                        .thenComparing(known -> known.period().to(), Comparator.reverseOrder())
                        .thenComparing(known -> known.period().grain()))
                .toList();
    }

    /** What {@link #publish(Actor, UnitCode, Period)} would change now, by indicator and unit. */
    public List<Change> pending(Actor actor, UnitCode above, Period period) {
        return changes(actor, composing(above, period), period).stream()
                .sorted(Comparator.comparing((Change change) -> change.running().indicator())
                        .thenComparing(change -> change.running().unit()))
                .toList();
    }

    /** Whether the actor may publish figures of a unit. */
    public boolean mayPublish(Actor actor, UnitCode unit) {
        return access.may(actor, SteeringRoles.REVIEWER, unit.value());
    }

    /**
     * Publishes what changed of a unit and everything below it: a new revision each, the old ones stay. A demonstration
     * account publishes demonstration figures only, and nobody what tells of fewer than five subjects of a restricted
     * kind.
     */
    @Transactional
    public Outcome publish(Actor actor, UnitCode above, Period period) {
        if (!mayPublish(actor, above)) return new Outcome.OutOfReach();
        int published = publish(actor, composing(above, period), period, clock.instant());
        log.record(
                actor,
                "indicators.figures-published",
                "/scorecard?unit=" + above + "&period=" + period,
                Integer.toString(published));
        return new Outcome.Done(published);
    }

    /** The same without asking: for the loaders of published papers. In the caller's transaction. */
    int publish(Actor actor, Collection<UnitCode> of, Period period, Instant at) {
        store.lock();
        List<Figure> changed = changes(actor, of, period).stream()
                .map(change -> change.running().publishedAs(new Figure.Publication(next(change), at, actor.name())))
                .toList();
        if (!changed.isEmpty()) store.insert(changed, actor, at.atOffset(ZoneOffset.UTC));
        return changed.size();
    }

    private static int next(Change change) {
        Figure before = change.published();
        return before == null || before.publication() == null
                ? 1
                : before.publication().revision() + 1;
    }

    private List<Change> changes(Actor actor, Collection<UnitCode> of, Period period) {
        Map<Figure.Key, Figure> latest =
                figures.published(of, period).stream().collect(Collectors.toMap(Figure::key, Function.identity()));
        var changes = new ArrayList<Change>();
        for (Figure running : figures.publishable(of, period)) {
            Figure before = latest.get(running.key());
            if (running.value() == null || (before != null && running.saysTheSameAs(before))) continue;
            if (running.synthetic() || !actor.synthetic()) changes.add(new Change(running, before));
        }
        return changes;
    }

    List<UnitCode> composing(UnitCode above, Period period) {
        LocalDate day = period.to();
        return units.compose(List.of(above), day, day).parts().getOrDefault(above, List.of()).stream()
                .map(Composition.Part::source)
                .toList();
    }
}
