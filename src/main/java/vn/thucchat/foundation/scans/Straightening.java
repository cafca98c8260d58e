package vn.thucchat.foundation.scans;

import java.awt.image.BufferedImage;

/** Shows a sheet as if it had been photographed from straight above. */
final class Straightening {

    /** Along the longer side: A4 at 200 dots an inch. */
    static final int LONGEST = 2_339;

    private static final double A4 = Math.sqrt(2);

    private Straightening() {}

    static BufferedImage cut(BufferedImage picture, Corners from) {
        double width = from.width();
        double height = from.height();
        double tall = Math.max(width, height) / Math.min(width, height);
        // seen from aside a sheet is shorter than it is: what is nearly A4 is A4, and a card (1.59) is not
        if (tall > 1.2 && tall < 1.5) {
            if (height > width) height = width * A4;
            else width = height * A4;
        }
        double scale = Math.min(1, LONGEST / Math.max(width, height));
        int w = Math.max(1, (int) Math.round(width * scale));
        int h = Math.max(1, (int) Math.round(height * scale));
        double[] m = homography(w, h, from);
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var cut = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        var row = new int[w];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double under = m[6] * x + m[7] * y + 1;
                row[x] = between(
                        pixels,
                        picture.getWidth(),
                        picture.getHeight(),
                        (m[0] * x + m[1] * y + m[2]) / under,
                        (m[3] * x + m[4] * y + m[5]) / under);
            }
            cut.setRGB(0, y, w, 1, row, 0, w);
        }
        return cut;
    }

    /** The projective map from a rectangle to the corners, as its eight numbers; the ninth is 1. */
    private static double[] homography(double w, double h, Corners to) {
        double[][] from = {{0, 0}, {w, 0}, {w, h}, {0, h}};
        double[][] at = {
            {to.topLeft().getX(), to.topLeft().getY()},
            {to.topRight().getX(), to.topRight().getY()},
            {to.bottomRight().getX(), to.bottomRight().getY()},
            {to.bottomLeft().getX(), to.bottomLeft().getY()}
        };
        var equations = new double[8][];
        for (int i = 0; i < 4; i++) {
            double x = from[i][0];
            double y = from[i][1];
            double u = at[i][0];
            double v = at[i][1];
            equations[2 * i] = new double[] {x, y, 1, 0, 0, 0, -u * x, -u * y, u};
            equations[2 * i + 1] = new double[] {0, 0, 0, x, y, 1, -v * x, -v * y, v};
        }
        return solved(equations);
    }

    /** Gauss's elimination with pivots. */
    private static double[] solved(double[][] rows) {
        int size = rows.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++)
                if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) pivot = row;
            double[] swapped = rows[column];
            rows[column] = rows[pivot];
            rows[pivot] = swapped;
            for (int row = 0; row < size; row++) {
                if (row == column) continue;
                double factor = rows[row][column] / rows[column][column];
                for (int i = column; i <= size; i++) rows[row][i] -= factor * rows[column][i];
            }
        }
        var solution = new double[size];
        for (int i = 0; i < size; i++) solution[i] = rows[i][size] / rows[i][i];
        return solution;
    }

    /** The colour at a place between pixels. */
    private static int between(int[] pixels, int width, int height, double x, double y) {
        double inX = Math.clamp(x, 0, width - 1.001);
        double inY = Math.clamp(y, 0, height - 1.001);
        int left = (int) inX;
        int top = (int) inY;
        double right = inX - left;
        double down = inY - top;
        int at = top * width + left;
        int across = width > 1 ? 1 : 0;
        int below = height > 1 ? width : 0;
        int colour = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double above = (pixels[at] >> shift & 255) * (1 - right) + (pixels[at + across] >> shift & 255) * right;
            double under = (pixels[at + below] >> shift & 255) * (1 - right)
                    + (pixels[at + below + across] >> shift & 255) * right;
            colour |= (int) Math.round(above * (1 - down) + under * down) << shift;
        }
        return colour;
    }
}
