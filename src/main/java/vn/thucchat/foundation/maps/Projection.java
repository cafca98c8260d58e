package vn.thucchat.foundation.maps;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Lays degrees of longitude and latitude (WGS 84) on a plane in kilometres, y downwards as in a drawing: equirectangular
 * with one true latitude. Within a province of two degrees lengths are off by one in a hundred.
 */
record Projection(double latitude) {

    /** Of a degree of latitude. */
    private static final double KILOMETRES = 111.195;

    Coordinate point(double longitude, double latitude) {
        return new Coordinate(longitude * KILOMETRES * cosine(), -latitude * KILOMETRES);
    }

    /** The same geometry on the plane; the one given is left as it is. */
    Geometry project(Geometry degrees) {
        Geometry plane = degrees.copy();
        double across = KILOMETRES * cosine();
        plane.apply(new Scaling(across, -KILOMETRES, 0, 0));
        plane.geometryChanged();
        return plane;
    }

    private double cosine() {
        return Math.cos(Math.toRadians(latitude));
    }

    /** Multiplies and moves each coordinate: x by one factor, y by another. */
    record Scaling(double x, double y, double right, double down) implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence points, int i) {
            points.setOrdinate(i, CoordinateSequence.X, points.getX(i) * x + right);
            points.setOrdinate(i, CoordinateSequence.Y, points.getY(i) * y + down);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
