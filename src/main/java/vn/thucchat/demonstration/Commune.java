package vn.thucchat.demonstration;

import java.util.List;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;

/**
 * A real commune with an invented life.
 *
 * @param people inhabitants at the beginning of 2021
 * @param hamlets thôn, xóm, tổ dân phố
 * @param remote in the highlands, where some villages had no signal
 */
record Commune(UnitCode code, UnitCode district, String name, UnitKind kind, int people, int hamlets, boolean remote) {

    private static final UnitCode NOWHERE = new UnitCode("00");

    static Commune of(Unit unit) {
        var draw = new Draw("commune", unit.code());
        double people = switch (unit.kind()) {
            case WARD -> 9_500 + 2_600 * draw.bell();
            case TOWNSHIP -> 7_600 + 1_100 * draw.bell();
            default -> 6_700 + 1_500 * draw.bell();
        };
        int whole = (int) Math.max(1_800, people);
        return new Commune(
                unit.code(),
                unit.parent() == null ? NOWHERE : unit.parent(),
                unit.name(),
                unit.kind(),
                whole,
                Math.max(5, (int) Math.round(whole / 575.0)),
                unit.parent() != null && Province.HIGHLANDS.contains(unit.parent()));
    }

    /** One that was put together. */
    static Commune of(Unit unit, List<Commune> parts) {
        return new Commune(
                unit.code(),
                unit.parent() == null ? NOWHERE : unit.parent(),
                unit.name(),
                unit.kind(),
                parts.stream().mapToInt(Commune::people).sum(),
                parts.stream().mapToInt(Commune::hamlets).sum(),
                parts.stream().anyMatch(Commune::remote));
    }

    /** How far ahead (or behind) of the province in the things of the digital age, in points. */
    double head() {
        return switch (kind) {
            case WARD -> 8;
            case TOWNSHIP -> 4;
            default -> -4;
        };
    }

    int households() {
        return (int) Math.round(people / 3.5);
    }
}
