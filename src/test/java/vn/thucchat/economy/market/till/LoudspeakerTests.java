package vn.thucchat.economy.market.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.money.payments.MatchStatus;

@NullMarked
class LoudspeakerTests {

    /** 14:02 in Vietnam. */
    private static final Instant AT = Instant.parse("2026-04-22T07:02:00Z");

    @ParameterizedTest
    @CsvSource({
        "OWNER, 35000, 0, 0, Đã nhận ba mươi lăm nghìn đồng",
        "MATCHED, 35000, 35000, 35000, Đã nhận đủ ba mươi lăm nghìn đồng",
        "MATCHED, 5000, 35000, 35000, Đã nhận đủ ba mươi lăm nghìn đồng",
        "LATE, 35000, 35000, 35000, Đã nhận đủ ba mươi lăm nghìn đồng",
        "UNDERPAID, 5000, 35000, 5000, 'Đã nhận năm nghìn đồng, thiếu ba mươi nghìn đồng'",
        "UNDERPAID, 5000, 35000, 35000, Đã nhận năm nghìn đồng",
        "OVERPAID, 40000, 35000, 40000, 'Đã nhận đủ ba mươi lăm nghìn đồng, khách chuyển thừa năm nghìn đồng'",
        "DUPLICATE, 35000, 35000, 70000, 'Đã nhận đủ ba mươi lăm nghìn đồng, khách chuyển thừa ba mươi lăm nghìn đồng'",
        "WRONG_ACCOUNT, 35000, 0, 0, Đã nhận ba mươi lăm nghìn đồng"
    })
    void it_says_what_came_and_how_that_leaves_what_was_asked_for(
            MatchStatus outcome, long amountVnd, long dueVnd, long paidVnd, String words) {
        assertThat(Loudspeaker.words(amountVnd, outcome, dueVnd, paidVnd)).isEqualTo(words);
    }

    @Test
    void money_of_earlier_is_said_with_its_time_before_all_else() {
        String words = "Đã nhận năm nghìn đồng";
        assertThat(Loudspeaker.earlier(AT, AT.plus(Duration.ofMinutes(10)))).isFalse();
        assertThat(Loudspeaker.earlier(AT, AT.plus(Duration.ofMinutes(11)))).isTrue();
        assertThat(Loudspeaker.earlier(words, AT, AT.plus(Duration.ofHours(1))))
                .isEqualTo("Khoản cũ, lúc mười bốn giờ hai phút, đã nhận năm nghìn đồng");
        assertThat(Loudspeaker.earlier(words, AT, AT.plus(Duration.ofDays(1))))
                .isEqualTo("Khoản cũ, ngày hai mươi hai tháng tư, đã nhận năm nghìn đồng");
        assertThat(Loudspeaker.news(AT, AT.plus(Duration.ofSeconds(119)))).isTrue();
        assertThat(Loudspeaker.news(AT, AT.plus(Duration.ofMinutes(2)))).isFalse();
    }

    @Test
    void every_word_is_one_that_a_browser_without_a_voice_can_say() throws IOException {
        Set<String> known = new TreeSet<>();
        try (var clips = LoudspeakerTests.class.getResourceAsStream("/static/voice/vi.json")) {
            assertThat(clips).isNotNull();
            new JsonMapper()
                    .readTree(new String(clips.readAllBytes(), StandardCharsets.UTF_8))
                    .propertyNames()
                    .forEach(phrase -> known.addAll(List.of(phrase.split(" "))));
        }
        String said = String.join(
                " ",
                Loudspeaker.words(1_234_567_805L, MatchStatus.UNDERPAID, 2_000_000_000L, 1_234_567_805L),
                Loudspeaker.words(40_000, MatchStatus.OVERPAID, 35_000, 40_000),
                Loudspeaker.earlier("Đã nhận", AT, AT.plus(Duration.ofHours(1))),
                Loudspeaker.earlier("Đã nhận", AT, AT.plus(Duration.ofDays(1))),
                // as the scripts of the till say them
                "Mất kết nối. Đã kết nối lại. Nghe thử, một hai ba.");
        assertThat(known)
                .containsAll(Arrays.asList(
                        said.toLowerCase(Locale.ROOT).replaceAll("[.,]", "").split(" ")));
    }
}
