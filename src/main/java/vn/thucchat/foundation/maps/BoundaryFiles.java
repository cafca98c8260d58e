package vn.thucchat.foundation.maps;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Roles;
import vn.thucchat.foundation.pages.HeavyWork;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;

/**
 * The boundaries that the operator loads: checked whole, taken whole or not at all. Of several files for the same days
 * the latest counts; one that was withdrawn counts no longer.
 */
@Service
public class BoundaryFiles {

    private static final int LISTED = 50;

    /**
     * What an administrator says of a file.
     *
     * @param boundaries a day on which these boundaries were in force
     * @param property of each feature that names its unit, such as {@code code}
     */
    public record Upload(LocalDate boundaries, String property, String source, String licence) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** @param units how many outlines were taken */
        record Taken(int units) implements Outcome {}

        /** All that is wrong with the file. */
        record Refused(List<BoundaryFault> faults) implements Outcome {}

        /** Only administrators of the nation or a province may load boundaries, and no demonstration account. */
        record NotAllowed() implements Outcome {}
    }

    private record Reading(NavigableMap<UnitCode, Geometry> shapes, Set<BoundaryFault> faults) {}

    /** Bytes of pictures of files, which are kept apart from the maps that everybody looks at. */
    private static final int KEPT = 4_000_000;

    private final MapCache<UUID> previews = new MapCache<>(KEPT, true);
    private final BoundaryStore store;
    private final BoundaryPeriods periods;
    private final Atlas atlas;
    private final Units units;
    private final AccessLog log;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    BoundaryFiles(
            BoundaryStore store,
            BoundaryPeriods periods,
            Atlas atlas,
            Units units,
            AccessLog log,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.store = store;
        this.periods = periods;
        this.atlas = atlas;
        this.units = units;
        this.log = log;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Whether the actor may load and withdraw boundaries: they are everybody's. */
    public boolean mayChange(Actor actor) {
        return units.mayChangeShared(actor, Roles.ADMINISTRATOR);
    }

    /** What was loaded, the latest first. */
    public List<BoundaryFile> all() {
        return store.files(LISTED);
    }

    /** The stretches of days for which boundaries may be loaded, the latest first. */
    public List<BoundaryPeriod> periods() {
        return periods.all().reversed();
    }

    /** The stretch that a day is in. */
    public BoundaryPeriod period(LocalDate day) {
        return periods.of(day);
    }

    /** The communes that a file must have, by code. */
    public List<Unit> expected(BoundaryPeriod period) {
        return units.below(UnitCode.NATION, UnitKind.Level.COMMUNE, period.day());
    }

    /**
     * Draws a file by itself, whether it counts or not.
     *
     * @throws vn.thucchat.foundation.pages.Problem 503 when too much is waiting to be drawn
     */
    public Optional<PlaceMap> drawn(UUID id) {
        return store.file(id).flatMap(file -> previews.get(id, () -> {
            Outlines outlines = atlas.read(file);
            return Drawing.of(
                    outlines,
                    outlines.shapes().keySet().stream().collect(Collectors.toMap(Function.identity(), Set::of)));
        }));
    }

    public Outcome take(Actor actor, Upload upload, byte[] content) {
        if (!mayChange(actor)) return new Outcome.NotAllowed();
        BoundaryPeriod period = periods.of(upload.boundaries());
        Reading read = HeavyWork.SHEETS.run(() -> read(upload.property(), content, period));
        if (!read.faults.isEmpty()) return new Outcome.Refused(List.copyOf(read.faults));
        var file = new BoundaryFile(
                Ids.next(clock),
                period.day(),
                upload.source(),
                upload.licence(),
                read.shapes.size(),
                new BoundaryFile.Load(clock.instant(), actor.username()),
                null);
        transactions.executeWithoutResult(_ -> {
            store.add(file, actor.account(), Sha256.hex(content), read.shapes);
            log.record(
                    actor,
                    "maps.boundaries-loaded",
                    "/admin/boundaries",
                    "%s: %d · %s".formatted(file.boundariesOn(), file.units(), file.source()));
        });
        atlas.refresh();
        return new Outcome.Taken(file.units());
    }

    /** From now on a file counts no longer; what was loaded before it for the same days, if anything, counts again. */
    public Result withdraw(Actor actor, UUID id) {
        if (!mayChange(actor)) return new Result.Refused("shared.not-allowed");
        Optional<BoundaryFile> file = store.file(id);
        if (file.isEmpty()) return new Result.NotFound();
        boolean withdrawn = Boolean.TRUE.equals(transactions.execute(_ -> {
            if (!store.withdraw(id, clock.instant(), actor.username(), actor.account())) return false;
            log.record(
                    actor,
                    "maps.boundaries-withdrawn",
                    "/admin/boundaries",
                    "%s · %s".formatted(file.get().boundariesOn(), file.get().source()));
            return true;
        }));
        atlas.refresh();
        return withdrawn ? new Result.Done(id) : new Result.Stale();
    }

    private Reading read(String property, byte[] content, BoundaryPeriod period) {
        var faults = new LinkedHashSet<BoundaryFault>();
        List<GeoJson.Feature> features = new GeoJson(property, faults).read(content);
        var check = new BoundaryCheck(provinces(period), Positions.on(period.day()), faults);
        return new Reading(check.check(features), faults);
    }

    private Map<UnitCode, UnitCode> provinces(BoundaryPeriod period) {
        var provinces = new HashMap<UnitCode, UnitCode>();
        for (Unit province : units.below(UnitCode.NATION, UnitKind.Level.PROVINCE, period.day()))
            for (Unit commune : units.below(province.code(), UnitKind.Level.COMMUNE, period.day()))
                provinces.put(commune.code(), province.code());
        return provinces;
    }
}
