package vn.thucchat.foundation.papers;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

/** Draws SVG documents of ours as PNG images, in the typeface of papers. */
public final class PngImages {

    static {
        // before the library looks which fonts there are: a server may have none
        for (String weight : List.of("Regular", "Bold"))
            try (InputStream font = PaperAssets.resource("/liberation/LiberationSans-" + weight + ".ttf")) {
                GraphicsEnvironment.getLocalGraphicsEnvironment()
                        .registerFont(Font.createFont(Font.TRUETYPE_FONT, font));
            } catch (IOException | FontFormatException e) {
                throw new IllegalStateException("cannot read the typeface of papers", e);
            }
    }

    private PngImages() {}

    /**
     * @param svg a document whose root states its width and height
     * @param width of the image in pixels; its height follows
     * @throws IOException when the document cannot be drawn
     */
    public static byte[] of(String svg, int width) throws IOException {
        var transcoder = new PNGTranscoder();
        transcoder.addTranscodingHint(PNGTranscoder.KEY_WIDTH, (float) width);
        // nothing is fetched and nothing runs: the document has all that it needs
        transcoder.addTranscodingHint(PNGTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
        var png = new ByteArrayOutputStream();
        try {
            transcoder.transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput(png));
        } catch (TranscoderException e) {
            throw new IOException("cannot draw the image", e);
        }
        return png.toByteArray();
    }
}
