package vn.thucchat.foundation.maps;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
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
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.HeavyWork;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
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

    /** Files per page: few, as each is shown with its picture. */
    private static final int PAGE = 10;

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

        /**
         * The latest that counts for these days is the same file, of the same source and licence.
         *
         * @param units how many outlines it has
         */
        record AlreadyThere(int units) implements Outcome {}

        /** @param more whether even more is wrong with the file */
        record Refused(List<BoundaryFault> faults, boolean more) implements Outcome {}

        /** Only administrators of the nation or a province may load boundaries, and no demonstration account. */
        record NotAllowed() implements Outcome {}
    }

    private record Reading(NavigableMap<UnitCode, Geometry> shapes, BoundaryFaults faults) {}

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
    public Slice<BoundaryFile> page(Cursor cursor) {
        return Slice.of(store.files(cursor.id(0, BoundaryStore.LAST), PAGE + 1), PAGE, file -> Cursor.of(file.id()));
    }

    /** Finds the files that count: the latest of each period. */
    public Set<UUID> current() {
        var covered = new HashSet<BoundaryPeriod>();
        return store.inForce().stream()
                .filter(file -> covered.add(period(file.boundariesOn())))
                .map(BoundaryFile::id)
                .collect(Collectors.toSet());
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
        return store.file(id)
                .flatMap(file -> previews.get(id, () -> {
                    Outlines outlines = atlas.read(file);
                    return Drawing.of(
                            outlines,
                            outlines.shapes().keySet().stream()
                                    .collect(Collectors.toMap(Function.identity(), Set::of)));
                }));
    }

    /** Takes a file, once. */
    public Outcome take(Actor actor, Upload upload, byte[] content) {
        if (!mayChange(actor)) return new Outcome.NotAllowed();
        BoundaryPeriod period = periods.of(upload.boundaries());
        Reading read = HeavyWork.SHEETS.run(() -> read(upload.property(), content, period));
        List<BoundaryFault> faults = read.faults.all();
        if (!faults.isEmpty()) return new Outcome.Refused(faults, read.faults.more());
        String sha256 = Sha256.hex(content);
        Outcome outcome = transactions.execute(_ -> {
            store.lock(period.day());
            if (known(period, upload, sha256, read.shapes)) return new Outcome.AlreadyThere(read.shapes.size());
            add(actor, upload, period, sha256, read.shapes);
            return new Outcome.Taken(read.shapes.size());
        });
        atlas.refresh();
        return outcome;
    }

    private boolean known(
            BoundaryPeriod period, Upload upload, String sha256, NavigableMap<UnitCode, Geometry> shapes) {
        return store.inForce().stream()
                .filter(file -> period.has(file.boundariesOn()))
                .findFirst()
                .filter(file -> file.source().equals(upload.source()))
                .filter(file -> file.licence().equals(upload.licence()))
                .filter(file -> store.has(file.id(), sha256))
                // another property may name the units
                .filter(file -> store.outlines(file.id()).equals(shapes))
                .isPresent();
    }

    private void add(
            Actor actor, Upload upload, BoundaryPeriod period, String sha256, NavigableMap<UnitCode, Geometry> shapes) {
        var file = new BoundaryFile(
                Ids.next(clock),
                period.day(),
                upload.source(),
                upload.licence(),
                shapes.size(),
                new BoundaryFile.Load(clock.instant(), actor.username()),
                null);
        store.add(file, actor.account(), sha256, shapes);
        log.record(
                actor,
                "maps.boundaries-loaded",
                "/admin/boundaries",
                "%s: %d · %s".formatted(file.boundariesOn(), file.units(), file.source()));
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
        var faults = new BoundaryFaults();
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
