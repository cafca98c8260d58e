package vn.thucchat.foundation.scans;

import java.awt.geom.Point2D;

/** The corners of a sheet in a photograph, in its pixels, clockwise from the top left. */
record Corners(Point2D topLeft, Point2D topRight, Point2D bottomRight, Point2D bottomLeft) {

    double width() {
        return Math.max(topLeft.distance(topRight), bottomLeft.distance(bottomRight));
    }

    double height() {
        return Math.max(topLeft.distance(bottomLeft), topRight.distance(bottomRight));
    }

    /** Square pixels (the shoelace formula); negative when they are not clockwise. */
    double area() {
        return (cross(topLeft, topRight)
                        + cross(topRight, bottomRight)
                        + cross(bottomRight, bottomLeft)
                        + cross(bottomLeft, topLeft))
                / 2;
    }

    /** Whether opposite sides are alike, as those of a sheet that is not seen from too flat. */
    boolean sheet() {
        return alike(topLeft.distance(topRight), bottomLeft.distance(bottomRight))
                && alike(topLeft.distance(bottomLeft), topRight.distance(bottomRight));
    }

    Corners times(double scale) {
        return new Corners(
                times(topLeft, scale), times(topRight, scale), times(bottomRight, scale), times(bottomLeft, scale));
    }

    /** Each corner a little nearer to the middle, so that nothing of the table is left at the edges. */
    Corners inward(double share) {
        double x = (topLeft.getX() + topRight.getX() + bottomRight.getX() + bottomLeft.getX()) / 4;
        double y = (topLeft.getY() + topRight.getY() + bottomRight.getY() + bottomLeft.getY()) / 4;
        var middle = new Point2D.Double(x, y);
        return new Corners(
                between(topLeft, middle, share),
                between(topRight, middle, share),
                between(bottomRight, middle, share),
                between(bottomLeft, middle, share));
    }

    private static boolean alike(double one, double other) {
        return Math.min(one, other) > 0.5 * Math.max(one, other);
    }

    private static double cross(Point2D a, Point2D b) {
        return a.getX() * b.getY() - b.getX() * a.getY();
    }

    private static Point2D times(Point2D point, double scale) {
        return new Point2D.Double(point.getX() * scale, point.getY() * scale);
    }

    private static Point2D between(Point2D from, Point2D to, double share) {
        return new Point2D.Double(
                from.getX() + (to.getX() - from.getX()) * share, from.getY() + (to.getY() - from.getY()) * share);
    }
}
