package vn.thucchat.testing;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** A phone's camera: reads the one QR code that a picture shows. */
@NullMarked
public final class Scanner {

    /** A camera sees many frames, none of the same size; of one alone ZXing now and then misses a clean code. */
    private static final double[] FRAMES = {1, 0.87, 0.71, 0.62, 0.53, 0.45, 0.37};

    private Scanner() {}

    public static String read(BufferedImage picture) throws ReaderException {
        ReaderException last = null;
        for (double frame : FRAMES) {
            try {
                return once(frame == 1 ? picture : smaller(picture, frame));
            } catch (ReaderException e) {
                last = e;
            }
        }
        throw Objects.requireNonNull(last);
    }

    private static BufferedImage smaller(BufferedImage picture, double by) {
        int width = (int) (picture.getWidth() * by);
        int height = (int) (picture.getHeight() * by);
        var frame = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = frame.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.drawImage(picture, 0, 0, width, height, null);
        drawing.dispose();
        return frame;
    }

    private static String once(BufferedImage picture) throws ReaderException {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var source = new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                .getText();
    }
}
