package vn.thucchat.testing;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Makes pictures of pages small: the 256 colours that are most frequent, the others as the nearest of them. */
public final class FewColors {

    private static final int MOST = 256;

    private FewColors() {}

    /** The same picture with a palette, as PNG, a third of the bytes. */
    public static byte[] png(byte[] picture) throws IOException {
        BufferedImage from = ImageIO.read(new ByteArrayInputStream(picture));
        int[] palette = frequent(from);
        var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        var to = new BufferedImage(from.getWidth(), from.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> known = new HashMap<>();
        for (int y = 0; y < from.getHeight(); y++)
            for (int x = 0; x < from.getWidth(); x++) {
                int index = known.computeIfAbsent(from.getRGB(x, y), color -> nearest(palette, color));
                to.getRaster().setSample(x, y, 0, index);
            }
        ImageWriter writer =
                ImageIO.getImageWriters(new ImageTypeSpecifier(to), "png").next();
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(to, null, null), smallest);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static int[] frequent(BufferedImage of) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < of.getHeight(); y++)
            for (int x = 0; x < of.getWidth(); x++) counts.merge(of.getRGB(x, y), 1, Integer::sum);
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static int nearest(int[] palette, int color) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int red = ((palette[i] >> 16) & 0xFF) - ((color >> 16) & 0xFF);
            int green = ((palette[i] >> 8) & 0xFF) - ((color >> 8) & 0xFF);
            int blue = (palette[i] & 0xFF) - (color & 0xFF);
            int far = red * red + green * green + blue * blue;
            if (far < least) {
                least = far;
                best = i;
            }
        }
        return best;
    }
}
