package vn.thucchat.foundation.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;
import vn.thucchat.foundation.vietnamese.VietnameseWords.Manner;

/** The clips that the loudspeaker strings together: all that it needs, in a file that a slow line can carry. */
@NullMarked
class VoiceTests {

    private static final int LARGEST = 128 * 1024;
    /** Samples in a frame of MPEG-2 layer III (ISO 13818-3), which is what 22,050 samples a second come in. */
    private static final int SAMPLES = 576;

    private static final int RATE = 22_050;
    private static final int[] KBIT_PER_SECOND = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};

    @Test
    void every_word_of_every_number_has_a_clip() throws IOException {
        var words = new TreeSet<String>();
        for (var manner : Manner.values()) {
            for (int number = 0; number < 2_000; number++)
                words.addAll(
                        Arrays.asList(VietnameseWords.amount(number, manner).split(" ")));
            for (long power = 1; power <= 1_000_000_000_000_000_000L / 10; power *= 10)
                words.addAll(Arrays.asList(
                        VietnameseWords.amount(-power * 10, manner).split(" ")));
        }
        assertThat(words).as("the premise: both manners, large numbers").contains("linh", "lẻ", "ngàn", "tỷ", "âm");
        // within a phrase alone they are not enough: mốt follows any tens
        words.removeAll(index().keySet());
        assertThat(words).isEmpty();
    }

    @Test
    void what_is_told_of_a_payment_has_a_clip() throws IOException {
        assertThat(index().keySet())
                .containsAll(Set.of(
                        "đã nhận",
                        "đã nhận đủ",
                        "ngân hàng đã thu lại",
                        "thêm",
                        "khoản",
                        "nhắc lại",
                        "tổng cộng",
                        "nhận thiếu",
                        "thiếu",
                        "thừa",
                        "đồng",
                        "mất kết nối"));
    }

    @Test
    void the_index_lies_within_the_sound() throws IOException {
        byte[] mp3 = file("/static/voice/vi.mp3");
        assertThat(mp3.length).isLessThanOrEqualTo(LARGEST);
        double length = seconds(mp3);
        assertThat(length).as("the premise: it is a sound").isGreaterThan(10);
        double end = 0;
        for (var clip : index().entrySet()) {
            double start = clip.getValue()[0];
            assertThat(start).as(clip.getKey()).isGreaterThan(end);
            assertThat(clip.getValue()[1]).as(clip.getKey()).isBetween(0.1, 1.5);
            end = start + clip.getValue()[1];
        }
        assertThat(end).isLessThan(length);
    }

    private static Map<String, double[]> index() throws IOException {
        var json = new ObjectMapper().readTree(new String(file("/static/voice/vi.json"), StandardCharsets.UTF_8));
        var index = new LinkedHashMap<String, double[]>();
        json.properties()
                .forEach(clip -> index.put(clip.getKey(), new double[] {
                    clip.getValue().get(0).asDouble(), clip.getValue().get(1).asDouble()
                }));
        return index;
    }

    /** Walks from frame to frame: every byte belongs to one. */
    private static double seconds(byte[] mp3) {
        int frames = 0;
        int at = 0;
        while (at < mp3.length) {
            assertThat(mp3[at] & 0xFF).as("sync at " + at).isEqualTo(0xFF);
            assertThat(mp3[at + 1] & 0xFE).as("MPEG-2 layer III at " + at).isEqualTo(0xF2);
            int bits = mp3[at + 2] & 0xFF;
            assertThat(bits >> 2 & 3).as("22,050 a second at " + at).isZero();
            int padding = bits >> 1 & 1;
            at += SAMPLES / 8 * KBIT_PER_SECOND[bits >> 4] * 1_000 / RATE + padding;
            frames++;
        }
        assertThat(at).isEqualTo(mp3.length);
        return (double) frames * SAMPLES / RATE;
    }

    private static byte[] file(String path) throws IOException {
        try (InputStream file = Objects.requireNonNull(VoiceTests.class.getResourceAsStream(path))) {
            return file.readAllBytes();
        }
    }
}
