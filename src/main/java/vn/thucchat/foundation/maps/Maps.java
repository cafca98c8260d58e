package vn.thucchat.foundation.maps;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;

/** Stub. */
@Component
public class Maps {
    private final Units units;

    Maps(Units units) {
        this.units = units;
    }

    public Optional<PlaceMap> below(UnitCode above, UnitKind.Level level, LocalDate boundaries) {
        List<vn.thucchat.foundation.units.Unit> all = units.below(above, level, boundaries);
        if (all.isEmpty() || level == UnitKind.Level.PROVINCE) return Optional.empty();
        var shapes = new java.util.ArrayList<PlaceMap.Shape>();
        for (int i = 0; i < all.size(); i++) {
            int x = i % 14 * 32, y = i / 14 * 32;
            shapes.add(new PlaceMap.Shape(all.get(i).code(), "M" + x + " " + y + "h30v30h-30z", x + 15, y + 15, 900));
        }
        return Optional.of(new PlaceMap(450, 450, shapes, PlaceMap.Origin.CELLS, "", Set.of()));
    }
}
