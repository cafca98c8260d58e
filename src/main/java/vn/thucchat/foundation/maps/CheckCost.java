package vn.thucchat.foundation.maps;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.chain.MonotoneChain;
import org.locationtech.jts.index.chain.MonotoneChainBuilder;
import org.locationtech.jts.index.chain.MonotoneChainOverlapAction;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Counts what the checks of a file's shapes will compare before they do, and stops at more than any real file needs.
 * Checks and overlays find pairs of border parts by their boxes, and an overlay makes a corner of every crossing: two
 * combs of 50,000 slanted teeth, which a file has room for, would give 10,000 million of either.
 */
final class CheckCost extends MonotoneChainOverlapAction {

    /** Comparisons in one file: half a second's. Boundaries of real communes take 20 for each point. */
    static final int MOST_STEPS = 100 * GeoJson.MOST_POINTS;

    /** Crossings of borders in one file: half as many as it may have points. */
    static final int MOST_CROSSINGS = GeoJson.MOST_POINTS / 2;

    private final LineIntersector line = new RobustLineIntersector();
    private long steps;
    private int crossings;

    /** Whether the file needs more than is allowed. */
    boolean exceeded() {
        return steps > MOST_STEPS || crossings > MOST_CROSSINGS;
    }

    /** Adds the check of a shape by itself. */
    void add(Geometry shape) {
        // each hole is looked for in the ring around it, and in other holes
        Cells.polygons(shape).forEach(polygon -> steps += (long) polygon.getNumInteriorRing() * polygon.getNumPoints());
        int before = crossings;
        compare(chains(shape), chains(shape));
        // a shape that crosses itself is refused before anything is made of it
        crossings = before;
    }

    /** Adds the overlay of two shapes. */
    void add(Geometry first, Geometry second) {
        steps += first.getNumPoints() + second.getNumPoints();
        compare(chains(first), chains(second));
    }

    private void compare(List<MonotoneChain> some, List<MonotoneChain> others) {
        if (exceeded()) return;
        var index = new HPRtree();
        others.forEach(chain -> index.insert(chain.getEnvelope(), chain));
        for (MonotoneChain chain : some) {
            index.query(chain.getEnvelope(), candidate -> {
                steps++;
                if (!exceeded() && candidate instanceof MonotoneChain other) chain.computeOverlaps(other, this);
            });
            if (exceeded()) return;
        }
    }

    @Override
    public void overlap(LineSegment some, LineSegment other) {
        steps++;
        line.computeIntersection(some.p0, some.p1, other.p0, other.p1);
        if (line.isProper()) crossings++;
    }

    private static List<MonotoneChain> chains(Geometry shape) {
        var chains = new ArrayList<MonotoneChain>();
        for (Object ring : LinearComponentExtracter.getLines(shape))
            for (Object chain : MonotoneChainBuilder.getChains(((Geometry) ring).getCoordinates()))
                chains.add((MonotoneChain) chain);
        return chains;
    }
}
