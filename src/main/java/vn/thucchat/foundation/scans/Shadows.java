package vn.thucchat.foundation.scans;

import java.awt.image.BufferedImage;

/** Makes the paper of a page white wherever it is, so that shadows and yellow light do not hide what is written. */
final class Shadows {

    private static final int BLOCK = 48;
    private static final int WHITE = 252;
    /** What is this dark is no paper in a shadow but something printed dark: it is not made brighter than so. */
    private static final double MOST = 2.2;

    private Shadows() {}

    static BufferedImage taken(BufferedImage page) {
        int across = (page.getWidth() + BLOCK - 1) / BLOCK;
        int down = (page.getHeight() + BLOCK - 1) / BLOCK;
        double[][] gain = smoothed(gains(page, across, down));
        var clear = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        var row = new int[page.getWidth()];
        for (int y = 0; y < page.getHeight(); y++) {
            page.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) row[x] = brighter(row[x], at(gain, x, y));
            clear.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return clear;
    }

    /** By how much each block has to be brighter for its paper, the brightest of it, to be white. */
    private static double[][] gains(BufferedImage page, int across, int down) {
        var gains = new double[down][across];
        for (int j = 0; j < down; j++)
            for (int i = 0; i < across; i++) {
                int width = Math.min(BLOCK, page.getWidth() - i * BLOCK);
                int height = Math.min(BLOCK, page.getHeight() - j * BLOCK);
                int[] block = page.getRGB(i * BLOCK, j * BLOCK, width, height, null, 0, width);
                var count = new int[256];
                for (int colour : block) count[Grey.brightness(colour)]++;
                // the brightest twentieth may be noise
                int paper = 255;
                for (int above = 0; paper > 0 && (above += count[paper]) * 20 < block.length; ) paper--;
                gains[j][i] = Math.clamp((double) WHITE / Math.max(1, paper), 1, MOST);
            }
        return gains;
    }

    /** The mean of each block and those around it. */
    private static double[][] smoothed(double[][] gains) {
        var smooth = new double[gains.length][gains[0].length];
        for (int j = 0; j < gains.length; j++)
            for (int i = 0; i < gains[0].length; i++) {
                double sum = 0;
                int count = 0;
                for (int y = Math.max(0, j - 1); y <= Math.min(gains.length - 1, j + 1); y++)
                    for (int x = Math.max(0, i - 1); x <= Math.min(gains[0].length - 1, i + 1); x++) {
                        sum += gains[y][x];
                        count++;
                    }
                smooth[j][i] = sum / count;
            }
        return smooth;
    }

    /** Between the middles of blocks. */
    private static double at(double[][] gain, int x, int y) {
        double i = Math.clamp((x + 0.5) / BLOCK - 0.5, 0, gain[0].length - 1);
        double j = Math.clamp((y + 0.5) / BLOCK - 0.5, 0, gain.length - 1);
        int left = (int) i;
        int top = (int) j;
        int right = Math.min(left + 1, gain[0].length - 1);
        int below = Math.min(top + 1, gain.length - 1);
        double a = gain[top][left] * (1 - i + left) + gain[top][right] * (i - left);
        double b = gain[below][left] * (1 - i + left) + gain[below][right] * (i - left);
        return a * (1 - j + top) + b * (j - top);
    }

    private static int brighter(int colour, double gain) {
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8)
            result |= (int) Math.min(255, (colour >> shift & 255) * gain) << shift;
        return result;
    }
}
