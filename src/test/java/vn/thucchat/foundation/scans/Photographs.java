package vn.thucchat.foundation.scans;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import vn.thucchat.foundation.papers.Papers;
import vn.thucchat.foundation.papers.PapersTests;
import vn.thucchat.foundation.papers.QrImages;

/** Makes photographs of a printed paper, as phones take them: aslant, on a table, in a shadow, out of focus. */
public final class Photographs {

    static final String CODE = "https://thucchat.example/r/1";
    private static final BufferedImage PAPER = paper();

    private Photographs() {}

    /** The first page of a report with a code, at 150 dots an inch, flat. */
    public static BufferedImage flat() {
        return PAPER;
    }

    private static BufferedImage paper() {
        try (var document = Loader.loadPDF(Papers.pdf(PapersTests.report()))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150, ImageType.RGB);
            var drawing = page.createGraphics();
            drawing.drawImage(
                    ImageIO.read(new ByteArrayInputStream(QrImages.png(CODE, 2))), 900, 1_400, 200, 200, null);
            drawing.dispose();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the corners of {@link #onTable} lie: on a picture of 1,800 by 2,400 pixels. */
    static Corners corners() {
        return new Corners(
                new Point2D.Double(292, 390),
                new Point2D.Double(1492, 307),
                new Point2D.Double(1620, 2092),
                new Point2D.Double(187, 2025));
    }

    /** The paper on a brown table, from aside, with a little noise. */
    static BufferedImage onTable() {
        return onTable(new Color(92, 64, 44));
    }

    static BufferedImage onTable(Color table) {
        Corners to = corners();
        var picture = new BufferedImage(1_800, 2_400, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        double[] m = inverse(to);
        for (int y = 0; y < picture.getHeight(); y++)
            for (int x = 0; x < picture.getWidth(); x++) {
                double under = m[6] * x + m[7] * y + m[8];
                double u = (m[0] * x + m[1] * y + m[2]) / under * PAPER.getWidth();
                double v = (m[3] * x + m[4] * y + m[5]) / under * PAPER.getHeight();
                boolean sheet = u >= 0 && v >= 0 && u < PAPER.getWidth() && v < PAPER.getHeight();
                int colour = sheet ? PAPER.getRGB((int) u, (int) v) : table.getRGB();
                picture.setRGB(x, y, noisy(colour, random.nextInt(9) - 4));
            }
        return picture;
    }

    /** Brighter on the left than on the right, where it has a share of the light. */
    static BufferedImage shaded(BufferedImage of, double right) {
        var shaded = new BufferedImage(of.getWidth(), of.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < of.getHeight(); y++)
            for (int x = 0; x < of.getWidth(); x++)
                shaded.setRGB(x, y, scaled(of.getRGB(x, y), 1 - (1 - right) * x / of.getWidth()));
        return shaded;
    }

    static BufferedImage darkened(BufferedImage of, double to) {
        var dark = new BufferedImage(of.getWidth(), of.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < of.getHeight(); y++)
            for (int x = 0; x < of.getWidth(); x++) dark.setRGB(x, y, scaled(of.getRGB(x, y), to));
        return dark;
    }

    /** Out of focus: each pixel the mean of those around it, twice. */
    public static BufferedImage blurred(BufferedImage of, int radius) {
        int side = 2 * radius + 1;
        var kernel = new float[side];
        Arrays.fill(kernel, 1f / side);
        var across = new ConvolveOp(new Kernel(side, 1, kernel), ConvolveOp.EDGE_NO_OP, null);
        var down = new ConvolveOp(new Kernel(1, side, kernel), ConvolveOp.EDGE_NO_OP, null);
        return down.filter(across.filter(down.filter(across.filter(of, null), null), null), null);
    }

    static BufferedImage sized(BufferedImage of, double by) {
        var sized =
                new BufferedImage((int) (of.getWidth() * by), (int) (of.getHeight() * by), BufferedImage.TYPE_INT_RGB);
        var drawing = sized.createGraphics();
        drawing.drawImage(
                of.getScaledInstance(sized.getWidth(), sized.getHeight(), java.awt.Image.SCALE_AREA_AVERAGING),
                0,
                0,
                null);
        drawing.dispose();
        return sized;
    }

    public static byte[] file(BufferedImage picture, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A JPEG whose camera was held in one of Exif's eight ways. */
    static byte[] held(BufferedImage picture, int orientation) {
        byte[] jpeg = file(picture, "jpeg");
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        var held = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, held, 0, 2);
        System.arraycopy(exif, 0, held, 2, exif.length);
        System.arraycopy(jpeg, 2, held, 2 + exif.length, jpeg.length - 2);
        return held;
    }

    private static int noisy(int colour, int noise) {
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8)
            result |= Math.clamp((colour >> shift & 255) * 0.92 + noise, 0, 255) > 0
                    ? (int) Math.clamp((colour >> shift & 255) * 0.92 + noise, 0, 255) << shift
                    : 0;
        return result;
    }

    private static int scaled(int colour, double by) {
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8) result |= (int) ((colour >> shift & 255) * by) << shift;
        return result;
    }

    /** From a picture's pixels to the unit square of the sheet: the adjugate of the square's projection (Heckbert 1989). */
    private static double[] inverse(Corners to) {
        double x0 = to.topLeft().getX();
        double y0 = to.topLeft().getY();
        double x1 = to.topRight().getX();
        double y1 = to.topRight().getY();
        double x2 = to.bottomRight().getX();
        double y2 = to.bottomRight().getY();
        double x3 = to.bottomLeft().getX();
        double y3 = to.bottomLeft().getY();
        double dx1 = x1 - x2;
        double dx2 = x3 - x2;
        double sx = x0 - x1 + x2 - x3;
        double dy1 = y1 - y2;
        double dy2 = y3 - y2;
        double sy = y0 - y1 + y2 - y3;
        double d = dx1 * dy2 - dx2 * dy1;
        double g = (sx * dy2 - dx2 * sy) / d;
        double h = (dx1 * sy - sx * dy1) / d;
        double a = x1 - x0 + g * x1;
        double b = x3 - x0 + h * x3;
        double c = x0;
        double e = y1 - y0 + g * y1;
        double f = y3 - y0 + h * y3;
        double i = y0;
        return new double[] {
            f - i * h,
            c * h - b,
            b * i - c * f,
            i * g - e,
            a - c * g,
            c * e - a * i,
            e * h - f * g,
            b * g - a * h,
            a * f - b * e
        };
    }
}
