package vn.thucchat.foundation.maps;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes polygons as the data of an SVG path, with one decimal: {@code M12 3.5l4.1 0 2-3Z}. Every corner is rounded by
 * itself and in one way, so that what shares a corner before shares it after; corners on a straight line are left out.
 */
final class SvgPath {

    private static final int TENTHS = 10;

    /** A corner in tenths of a unit. */
    private record Corner(int x, int y) {

        static Corner of(Coordinate at) {
            return new Corner((int) Math.round(at.x * TENTHS), (int) Math.round(at.y * TENTHS));
        }

        /** Whether a line from one corner to another passes here, or turns back here. */
        boolean between(Corner from, Corner to) {
            return (long) (x - from.x) * (to.y - y) == (long) (y - from.y) * (to.x - x);
        }
    }

    private final StringBuilder data = new StringBuilder();

    private SvgPath() {}

    /** The data of the path; empty when nothing is left after rounding. */
    static String of(Geometry shape) {
        var path = new SvgPath();
        Cells.polygons(shape).forEach(path::add);
        return path.data.toString();
    }

    private void add(Polygon polygon) {
        add(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) add(polygon.getInteriorRingN(i));
    }

    private void add(LinearRing ring) {
        List<Corner> corners = corners(ring);
        if (corners.size() < 3) return;
        pair('M', corners.getFirst().x, corners.getFirst().y);
        for (int i = 1; i < corners.size(); i++) {
            Corner before = corners.get(i - 1);
            pair(i == 1 ? 'l' : ' ', corners.get(i).x - before.x, corners.get(i).y - before.y);
        }
        data.append('Z');
    }

    private static List<Corner> corners(LinearRing ring) {
        var kept = new ArrayList<Corner>();
        for (Coordinate at : ring.getCoordinates()) keep(kept, Corner.of(at));
        // the ring ends where it began
        kept.removeLast();
        while (kept.size() > 2 && kept.getLast().between(kept.get(kept.size() - 2), kept.getFirst())) kept.removeLast();
        while (kept.size() > 2 && kept.getFirst().between(kept.getLast(), kept.get(1))) kept.removeFirst();
        return kept;
    }

    private static void keep(List<Corner> kept, Corner next) {
        while (!kept.isEmpty()) {
            Corner last = kept.getLast();
            if (!last.equals(next) && (kept.size() < 2 || !last.between(kept.get(kept.size() - 2), next))) break;
            kept.removeLast();
        }
        kept.add(next);
    }

    /** @param before the two numbers; a minus parts them as well as a blank */
    private void pair(char before, int x, int y) {
        if (before != ' ' || x >= 0) data.append(before);
        number(x);
        if (y >= 0) data.append(' ');
        number(y);
    }

    /** In tenths: 35 is {@code 3.5}, -4 is {@code -.4}, 120 is {@code 12}. */
    private void number(int tenths) {
        if (tenths < 0) data.append('-');
        int whole = Math.abs(tenths) / TENTHS;
        int rest = Math.abs(tenths) % TENTHS;
        if (whole > 0 || rest == 0) data.append(whole);
        if (rest > 0) data.append('.').append(rest);
    }
}
