package vn.thucchat.foundation.scans;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * The brightness of a picture's pixels, 0 to 255, row by row.
 *
 * @param scale how many pixels of the picture one of these stands for, along a side
 */
@SuppressWarnings("ArrayRecordComponent") // a picture; never compared
record Grey(int width, int height, double scale, int[] values) {

    /** Of a picture made smaller, so that its longer side has at most so many pixels. */
    static Grey of(BufferedImage picture, int longest) {
        double scale = Math.max(1, Math.max(picture.getWidth(), picture.getHeight()) / (double) longest);
        int width = Math.max(1, (int) Math.round(picture.getWidth() / scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() / scale));
        BufferedImage small = halved(picture, width, height);
        var last = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        draw(small, last);
        int[] colours = last.getRGB(0, 0, width, height, null, 0, width);
        var values = new int[colours.length];
        for (int i = 0; i < colours.length; i++) values[i] = brightness(colours[i]);
        return new Grey(width, height, scale, values);
    }

    int at(int x, int y) {
        return values[y * width + x];
    }

    /** Rec. 601. */
    static int brightness(int colour) {
        return ((colour >> 16 & 255) * 299 + (colour >> 8 & 255) * 587 + (colour & 255) * 114) / 1000;
    }

    /** Halved until it is less than twice as large: drawing it small at once would leave pixels out. */
    private static BufferedImage halved(BufferedImage picture, int width, int height) {
        BufferedImage now = picture;
        while (now.getWidth() >= 2 * width && now.getHeight() >= 2 * height) {
            var half = new BufferedImage(now.getWidth() / 2, now.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
            draw(now, half);
            now = half;
        }
        return now;
    }

    private static void draw(BufferedImage from, BufferedImage to) {
        var drawing = to.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.drawImage(from, 0, 0, to.getWidth(), to.getHeight(), null);
        drawing.dispose();
    }
}
