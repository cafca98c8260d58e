package vn.thucchat.foundation.scans;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a photograph and turns it the way its camera was held. */
final class Photo {

    private static final Set<String> FORMATS = Set.of("jpeg", "png");
    /** As many as the largest of telephones' cameras take. */
    private static final long MOST_PIXELS = 110_000_000;
    /** Along the longer side; a page of 200 dots an inch has 2,339, and some of a photograph lies around the sheet. */
    private static final int ENOUGH_PIXELS = 3_200;

    private Photo() {}

    /** The picture without transparency, upright; empty when it is no JPEG or PNG picture, damaged or too large. */
    static Optional<BufferedImage> upright(byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            @Nullable ImageReader reader = reader(in);
            if (reader == null) return Optional.empty();
            try {
                reader.setInput(in, true, true);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width * height > MOST_PIXELS) return Optional.empty();
                int every = (int) Math.max(1, Math.max(width, height) / ENOUGH_PIXELS);
                var thinned = reader.getDefaultReadParam();
                thinned.setSourceSubsampling(every, every, 0, 0);
                return Optional.of(turned(reader.read(0, thinned), orientation(file)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // readers of pictures fail in many ways on what is none
            return Optional.empty();
        }
    }

    private static @Nullable ImageReader reader(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) return reader;
            reader.dispose();
        }
        return null;
    }

    /** Exif's orientation, 1 to 8 (tag 0x0112); 1, as the picture is, where nothing says otherwise. */
    private static int orientation(byte[] file) {
        try {
            var exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            return exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? 1
                    : exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
        } catch (IOException | ImageProcessingException | MetadataException | RuntimeException unknown) {
            return 1;
        }
    }

    private static BufferedImage turned(BufferedImage picture, int orientation) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean lying = orientation >= 5 && orientation <= 8;
        var turn = new AffineTransform();
        switch (orientation) {
            case 2 -> turn.setTransform(-1, 0, 0, 1, width, 0);
            case 3 -> turn.setTransform(-1, 0, 0, -1, width, height);
            case 4 -> turn.setTransform(1, 0, 0, -1, 0, height);
            case 5 -> turn.setTransform(0, 1, 1, 0, 0, 0);
            case 6 -> turn.setTransform(0, 1, -1, 0, height, 0);
            case 7 -> turn.setTransform(0, -1, -1, 0, height, width);
            case 8 -> turn.setTransform(0, -1, 1, 0, 0, width);
            default -> {}
        }
        var upright = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        var drawing = upright.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, upright.getWidth(), upright.getHeight());
        drawing.drawImage(picture, turn, null);
        drawing.dispose();
        return upright;
    }
}
