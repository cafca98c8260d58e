package vn.thucchat.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jspecify.annotations.NullMarked;
import vn.thucchat.foundation.papers.QrImages;

/** What a hand-held camera makes of a printed paper: askew, on a table, in uneven light, a little noisy. */
@NullMarked
public final class Photograph {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 960;
    private static final double ASKEW = Math.toRadians(9);

    private Photograph() {}

    /** As JPEG. */
    public static byte[] of(BufferedImage paper) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(taken(paper), "jpeg", out);
        return out.toByteArray();
    }

    /** A camera that looks at it for ever, as Chromium's {@code --use-file-for-fake-video-capture} takes it (Y4M). */
    public static void film(BufferedImage paper, Path file) throws IOException {
        BufferedImage picture = taken(paper);
        var light = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++)
            for (int x = 0; x < WIDTH; x++) {
                var color = new Color(picture.getRGB(x, y));
                light[y * WIDTH + x] = (byte) ((color.getRed() + 2 * color.getGreen() + color.getBlue()) / 4);
            }
        var grey = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(grey, (byte) 128);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420\n"
                    .formatted(WIDTH, HEIGHT)
                    .getBytes(StandardCharsets.US_ASCII));
            for (int frame = 0; frame < 5; frame++) {
                out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                out.write(light);
                out.write(grey);
            }
        }
    }

    /** A thief's code over the large one of a sign. */
    public static BufferedImage pastedOver(BufferedImage sign, String code) throws IOException {
        var over = copy(sign, sign.getWidth());
        Graphics2D on = over.createGraphics();
        int size = sign.getWidth() * 3 / 4;
        BufferedImage sticker = ImageIO.read(new ByteArrayInputStream(QrImages.png(code, size)));
        on.drawImage(sticker, (sign.getWidth() - sticker.getWidth()) / 2, sign.getHeight() / 5, null);
        on.dispose();
        return over;
    }

    public static BufferedImage beside(BufferedImage left, BufferedImage right) {
        var both = copy(left, left.getWidth() + right.getWidth());
        Graphics2D on = both.createGraphics();
        on.drawImage(right, left.getWidth(), 0, null);
        on.dispose();
        return both;
    }

    private static BufferedImage copy(BufferedImage of, int width) {
        var copy = new BufferedImage(width, of.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D on = copy.createGraphics();
        on.drawImage(of, 0, 0, null);
        on.dispose();
        return copy;
    }

    private static BufferedImage taken(BufferedImage paper) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = picture.createGraphics();
        on.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        on.setColor(new Color(96, 84, 70));
        on.fillRect(0, 0, WIDTH, HEIGHT);
        double scale = Math.min(WIDTH * 0.85 / paper.getWidth(), HEIGHT * 0.85 / paper.getHeight());
        on.translate(WIDTH / 2.0, HEIGHT / 2.0);
        on.rotate(ASKEW);
        on.scale(scale, scale);
        on.drawImage(paper, -paper.getWidth() / 2, -paper.getHeight() / 2, null);
        on.dispose();
        var noise = new Random(7);
        for (int y = 0; y < HEIGHT; y++)
            for (int x = 0; x < WIDTH; x++) {
                var color = new Color(picture.getRGB(x, y));
                // darker to the right, as beside a window
                double light = 1 - 0.35 * x / WIDTH;
                int grain = noise.nextInt(17) - 8;
                picture.setRGB(
                        x,
                        y,
                        new Color(
                                        seen(color.getRed(), light, grain),
                                        seen(color.getGreen(), light, grain),
                                        seen(color.getBlue(), light, grain))
                                .getRGB());
            }
        return picture;
    }

    private static int seen(int value, double light, int grain) {
        return Math.clamp((long) (value * light) + grain, 0, 255);
    }
}
