package vn.thucchat.foundation.papers;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * QR codes (ISO/IEC 18004) with medium correction, which stands a fold or a stain, and the quiet zone of four modules
 * that readers need. A text too long for a code (some 2,300 bytes) is an {@link IllegalArgumentException}.
 */
public final class QrImages {

    private static final int QUIET_MODULES = 4;
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xFFFFFF;

    private QrImages() {}

    /** An {@code svg} element without size: the style sheet gives it one. It reads well in HTML and in papers. */
    public static String svg(String text) {
        BitMatrix modules = modules(text, 0);
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++)
            for (int x = 0; x < modules.getWidth(); x++) {
                int run = 0;
                while (x + run < modules.getWidth() && modules.get(x + run, y)) run++;
                if (run > 0) path.append("M%d %dh%dv1h-%dz".formatted(x, y, run, run));
                x += run;
            }
        int size = modules.getWidth();
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qr\" viewBox=\"0 0 %d %d\" role=\"img\""
                        + " aria-label=\"QR\" shape-rendering=\"crispEdges\">"
                        + "<path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path fill=\"#000\" d=\"%s\"/></svg>")
                .formatted(size, size, size, size, path);
    }

    /** @param pixels the width and height; more when the code needs more than one pixel per module */
    public static byte[] png(String text, int pixels) {
        BitMatrix modules = modules(text, pixels);
        var image = new BufferedImage(modules.getWidth(), modules.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < modules.getHeight(); y++)
            for (int x = 0; x < modules.getWidth(); x++) image.setRGB(x, y, modules.get(x, y) ? BLACK : WHITE);
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The PNG as an address for {@code img src}, in papers (pages forbid it by their content policy). */
    public static String dataPng(String text, int pixels) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(text, pixels));
    }

    private static BitMatrix modules(String text, int pixels) {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
        hints.put(EncodeHintType.MARGIN, QUIET_MODULES);
        // naming the character set costs space and confuses old readers, so only where it is needed
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) hints.put(EncodeHintType.CHARACTER_SET, "UTF-8");
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, pixels, pixels, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
    }
}
