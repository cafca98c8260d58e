package vn.thucchat.foundation.maps;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** Keeps the outlines of communes: of each stretch of days its cells, of each file of boundaries what is in it. */
@Component
class Atlas {

    /** How soon another process hears of a file that was loaded or withdrawn. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(2);

    private static final String ALL = "all";

    private record CellsOf(String stamp, LocalDate from) {}

    private final Units units;
    private final BoundaryStore store;
    private final Cache<String, List<BoundaryFile>> files =
            Caffeine.newBuilder().expireAfterWrite(KNOWN_FOR).build();
    private final Cache<CellsOf, Outlines> cells =
            Caffeine.newBuilder().maximumSize(8).build();
    private final Cache<UUID, Outlines> loaded =
            Caffeine.newBuilder().maximumSize(8).build();

    Atlas(Units units, BoundaryStore store) {
        this.units = units;
        this.store = store;
    }

    /**
     * The outlines of a stretch of days: of the first file that has all of {@code wanted}, else cells.
     *
     * @param files of these days that count, the latest first
     */
    Outlines outlines(BoundaryPeriod period, Set<UnitCode> wanted, List<BoundaryFile> files) {
        return files.stream()
                .map(this::outlines)
                .filter(outlines -> outlines.shapes().keySet().containsAll(wanted))
                .findFirst()
                .orElseGet(() -> cells(period));
    }

    private Outlines outlines(BoundaryFile file) {
        return loaded.get(file.id(), _ -> read(file));
    }

    /** What a file holds, withdrawn or not: read anew, so that what maps are drawn of stays at hand. */
    Outlines read(BoundaryFile file) {
        return onPlane(store.outlines(file.id()), file);
    }

    /** The files of a stretch of days that count, the latest first. */
    List<BoundaryFile> inForce(BoundaryPeriod period) {
        return files.get(ALL, _ -> store.inForce()).stream()
                .filter(file -> period.has(file.boundariesOn()))
                .toList();
    }

    /** Looks anew at the files, for the process that changed them. */
    void refresh() {
        files.invalidateAll();
    }

    private Outlines cells(BoundaryPeriod period) {
        return cells.get(new CellsOf(units.stamp(), period.from()), _ -> {
            Positions positions = Positions.on(period.day());
            return Cells.draw(positions, owners(positions, period));
        });
    }

    /** To which commune of a stretch of days each position belongs; one is left out where nobody recorded it. */
    private Map<UnitCode, UnitCode> owners(Positions positions, BoundaryPeriod period) {
        var owners = new HashMap<UnitCode, UnitCode>();
        units.compose(period.communes(), period.day(), positions.on()).parts().forEach((commune, parts) -> {
            for (var part : parts)
                if (part.share() == null && positions.all().containsKey(part.source()))
                    owners.put(part.source(), commune);
        });
        return owners;
    }

    private static Outlines onPlane(Map<UnitCode, Geometry> degrees, BoundaryFile file) {
        var extent = new Envelope();
        degrees.values().forEach(shape -> extent.expandToInclude(shape.getEnvelopeInternal()));
        var projection = new Projection(extent.isNull() ? 0 : extent.centre().y);
        var shapes = new HashMap<UnitCode, Geometry>();
        degrees.forEach((unit, shape) -> shapes.put(unit, projection.project(shape)));
        return new Outlines(
                shapes, Map.of(), PlaceMap.Origin.OPERATOR, "%s (%s)".formatted(file.source(), file.licence()));
    }
}
