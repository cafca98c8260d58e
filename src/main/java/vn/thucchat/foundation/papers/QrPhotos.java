package vn.thucchat.foundation.papers;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the QR codes (ISO/IEC 18004) in a photograph, for browsers that cannot do it themselves. */
public final class QrPhotos {

    private static final Set<String> FORMATS = Set.of("jpeg", "png");
    /** As many as the largest of telephones' cameras take. */
    private static final long MOST_PIXELS = 110_000_000;
    /** More pixels cost time and show no more of a sign. */
    private static final int ENOUGH_PIXELS = 2_400;

    private QrPhotos() {}

    /**
     * @param file a JPEG or PNG picture
     * @return the texts of the codes that it shows, in no order; empty when it is no such picture, or too large
     */
    public static Optional<List<String>> read(byte[] file) {
        return picture(file).map(QrPhotos::read);
    }

    private static List<String> read(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var source = new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
        // shadows want the one, blurred pictures the other
        return Stream.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))
                .flatMap(way -> codes(new BinaryBitmap(way)))
                .distinct()
                .toList();
    }

    private static Stream<String> codes(BinaryBitmap bitmap) {
        try {
            return Stream.of(new QRCodeMultiReader()
                            .decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE)))
                    .map(Result::getText);
        } catch (NotFoundException none) {
            return Stream.of();
        }
    }

    private static Optional<BufferedImage> picture(byte[] file) {
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
                return Optional.of(reader.read(0, thinned));
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
}
