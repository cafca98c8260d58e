package vn.thucchat.economy.market.till.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The pictures that stand for the till on a home screen are the mark, drawn from {@code mark.svg}: phones take PNG alone,
 * and cut a maskable one to a circle or a drop. After a change of the mark {@code ./test -Dtest=TillIconsTests
 * -Dicons=write} draws them anew.
 */
@NullMarked
class TillIconsTests {

    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final String PAPER = "#fbf9f5";
    /** Letters and curves are drawn a little differently from one JDK to the next. */
    private static final double TOLERATED = 0.004;

    /** A picture: how wide in pixels, how much of it the mark takes, and whether the rest is paper. */
    enum Icon {
        TILL_192(192, 0.9, false),
        TILL_512(512, 0.9, false),
        /** what is cut to a circle of four fifths keeps the whole mark (W3C, Web Application Manifest, safe zone) */
        TILL_MASKABLE_512(512, 0.56, true);

        private final int pixels;
        private final double share;
        private final boolean filled;

        Icon(int pixels, double share, boolean filled) {
            this.pixels = pixels;
            this.share = share;
            this.filled = filled;
        }

        Path file() {
            return STATIC.resolve("icons")
                    .resolve(name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".png");
        }

        byte[] drawn() throws IOException, TranscoderException {
            String mark = Files.readString(STATIC.resolve("mark.svg"))
                    .replaceFirst("<svg[^>]*>", "")
                    .replace("</svg>", "");
            String svg = ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\">"
                            + (filled ? "<rect width=\"24\" height=\"24\" fill=\"%s\"/>".formatted(PAPER) : "")
                            + "<g transform=\"translate(12 12) scale(%s) translate(-12 -12)\">%s</g></svg>")
                    .formatted(share, mark);
            var transcoder = new PNGTranscoder();
            transcoder.addTranscodingHint(PNGTranscoder.KEY_WIDTH, (float) pixels);
            transcoder.addTranscodingHint(PNGTranscoder.KEY_HEIGHT, (float) pixels);
            var png = new ByteArrayOutputStream();
            transcoder.transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput(png));
            return png.toByteArray();
        }
    }

    @ParameterizedTest
    @EnumSource(Icon.class)
    void an_icon_is_the_mark(Icon icon) throws Exception {
        byte[] drawn = icon.drawn();
        if ("write".equals(System.getProperty("icons"))) {
            Files.createDirectories(icon.file().getParent());
            Files.write(icon.file(), drawn);
        }
        BufferedImage kept = read(Files.readAllBytes(icon.file()));
        assertThat(kept.getWidth()).isEqualTo(icon.pixels);
        assertThat(difference(read(drawn), kept)).isLessThan(TOLERATED);
        assertThat(difference(read(drawn), new BufferedImage(icon.pixels, icon.pixels, BufferedImage.TYPE_INT_ARGB)))
                .as("the premise: another picture is told apart")
                .isGreaterThan(10 * TOLERATED);
    }

    @Test
    void the_manifest_names_pictures_that_are_there_as_large_as_it_says() throws IOException {
        JsonNode manifest = new ObjectMapper()
                .readTree(Files.readString(STATIC.resolve("till.webmanifest"), StandardCharsets.UTF_8));
        int pictures = 0;
        for (String list : new String[] {"icons", "screenshots"})
            for (JsonNode picture : manifest.get(list)) {
                Path file = STATIC.resolve(picture.get("src").asString().substring(1));
                assertThat(file).exists();
                if (!file.toString().endsWith(".png")) continue;
                BufferedImage read = read(Files.readAllBytes(file));
                assertThat(picture.get("sizes").asString())
                        .as(file.toString())
                        .isEqualTo(read.getWidth() + "x" + read.getHeight());
                assertThat(Files.size(file)).as(file + ": a slow line").isLessThan(70_000);
                pictures++;
            }
        assertThat(pictures).isGreaterThanOrEqualTo(5);
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
    }

    /** Of all light there can be, what differs: 0 to 1. */
    private static double difference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++)
            for (int x = 0; x < one.getWidth(); x++)
                for (int shift = 0; shift < 32; shift += 8)
                    sum += Math.abs((one.getRGB(x, y) >>> shift & 255) - (other.getRGB(x, y) >>> shift & 255));
        return sum / (4.0 * 255 * one.getWidth() * one.getHeight());
    }
}
