package vn.thucchat.foundation.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.Photograph;

/** Codes in photographs. */
@NullMarked
class QrPhotosTests {

    private static final String TEXT = "00020101021138540010A00000072701240006970436011001234567890208QRIBFTTA";

    @Test
    void every_code_of_a_picture_is_read() throws IOException {
        var paper = paper(900, 700);
        draw(paper, TEXT, 500, 30, 100);
        draw(paper, "http://localhost/market/signs/ABCDEF", 200, 620, 300);
        assertThat(QrPhotos.read(Photograph.of(paper)).orElseThrow())
                .containsExactlyInAnyOrder(TEXT, "http://localhost/market/signs/ABCDEF");
    }

    @Test
    void a_very_large_picture_is_thinned() throws IOException {
        var paper = paper(6_000, 5_000);
        draw(paper, TEXT, 3_000, 1_000, 1_000);
        assertThat(QrPhotos.read(encoded(paper, "png")).orElseThrow()).containsExactly(TEXT);
    }

    @Test
    void a_picture_without_a_code_shows_none() throws IOException {
        assertThat(QrPhotos.read(encoded(paper(300, 200), "jpeg")).orElseThrow())
                .isEmpty();
    }

    @Test
    void what_is_no_photograph_is_none() throws IOException {
        byte[] png = encoded(paper(300, 200), "png");
        // the header says 60,000 × 60,000
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        assertThat(QrPhotos.read(png)).isEmpty();
        assertThat(QrPhotos.read(encoded(paper(300, 200), "gif"))).isEmpty();
        assertThat(QrPhotos.read(new byte[0])).isEmpty();
        byte[] cut = encoded(paper(300, 200), "png");
        assertThat(QrPhotos.read(java.util.Arrays.copyOf(cut, 60))).isEmpty();
        var random = new Random(5);
        for (int i = 0; i < 200; i++) {
            byte[] jpeg = encoded(paper(60, 60), i % 2 == 0 ? "jpeg" : "png");
            for (int j = 0; j < 10; j++) jpeg[random.nextInt(jpeg.length)] = (byte) random.nextInt();
            QrPhotos.read(jpeg).ifPresent(codes -> assertThat(codes).isEmpty());
        }
    }

    private static BufferedImage paper(int width, int height) {
        var paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var on = paper.createGraphics();
        on.setColor(Color.WHITE);
        on.fillRect(0, 0, width, height);
        on.dispose();
        return paper;
    }

    private static void draw(BufferedImage on, String code, int size, int x, int y) throws IOException {
        var drawing = on.createGraphics();
        drawing.drawImage(ImageIO.read(new ByteArrayInputStream(QrImages.png(code, size))), x, y, null);
        drawing.dispose();
    }

    private static byte[] encoded(BufferedImage picture, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }
}
