package vn.thucchat.steering.indicators.definitions.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.modulith.NamedInterface;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.Indicator;

/**
 * Names of a ratio's two numbers, taken from the indicator's definition: "Số hộ có cáp quang trên tổng số hộ." names
 * "Số hộ có cáp quang" and "Tổng số hộ".
 *
 * @param numerator what is counted, {@code denominator} out of what
 */
@NamedInterface("words")
public record RatioParts(String numerator, String denominator) {

    /** "Trên địa bàn" and the like say where; "trên tổng" says out of what. */
    private static final Pattern VIETNAMESE = Pattern.compile("(?<a>.+) trên (?<b>(?:tổng|toàn bộ|số) .+)");

    private static final Pattern VIETNAMESE_OTHER = Pattern.compile(
            "(?<a>(?:(?! trên ).)+) trên (?!địa bàn|cơ sở|môi trường|mạng|nền tảng|cả nước|toàn )(?<b>(?:(?! trên ).)+)");
    private static final Pattern ENGLISH = Pattern.compile("(?<a>.+) (?:out of|divided by) (?<b>.+)");
    private static final Pattern WHAT_IT_IS = Pattern.compile(
            "^(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng)(?: phần trăm)?(?: của)? |^(?:the )?(?:percentage|share|proportion) of ",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Empty when the definition does not say it in a way that is understood. */
    public static Optional<RatioParts> of(Texts t, Indicator it) {
        return it.aggregation() == Indicator.Aggregation.RATIO
                ? of(t.either(it.definitionVi(), it.definitionEn()))
                : Optional.empty();
    }

    public static Optional<RatioParts> of(String definition) {
        String first = WHAT_IT_IS
                .matcher(definition.strip().split("[.;](?=\\s|$)", 2)[0])
                .replaceFirst("");
        for (Pattern pattern : new Pattern[] {ENGLISH, VIETNAMESE, VIETNAMESE_OTHER}) {
            Matcher parts = pattern.matcher(first);
            if (parts.matches()) return Optional.of(new RatioParts(name(parts.group("a")), name(parts.group("b"))));
        }
        return Optional.empty();
    }

    private static String name(String words) {
        String bare = words.strip().replaceFirst(",$", "");
        return bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
    }
}
