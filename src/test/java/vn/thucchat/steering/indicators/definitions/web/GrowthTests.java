package vn.thucchat.steering.indicators.definitions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.thucchat.foundation.pages.Texts;

/** Shares grow in points, counts in per cent and beyond three times in times; never more than one decimal. */
@NullMarked
class GrowthTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "percent; 20.47; 38.55; +18,1 điểm",
                "percent; 38.55; 20.47; −18,1 điểm",
                "percent; 99.38; 99.36; 0 điểm",
                "percent; 99.36; 99.38; 0 điểm",
                "ratio; 57.33; 57.33; 0 điểm",
                "count; 155; 2130; gấp 13,7 lần",
                "count; 100; 300; +200%",
                "count; 100; 301; gấp 3 lần",
                "count; 54.1; 71.79; +32,7%",
                "Mbps; 54.1; 71.79; +32,7%",
                "đồng; 200; 100; −50%",
                "count; 0; 5; nothing",
            })
    void a_change_is_told_as_people_tell_it(String measure, String before, String now, String told) {
        Growth growth =
                Growth.of(Quantity.of(new BigDecimal(before), measure), Quantity.of(new BigDecimal(now), measure));
        if (told.equals("nothing")) assertThat(growth).isNull();
        else
            assertThat(Objects.requireNonNull(growth).text(texts()).replace('\u00a0', ' '))
                    .isEqualTo(told);
    }

    private static Texts texts() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/indicators-definitions");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Texts(messages, Locale.of("vi"));
    }
}
