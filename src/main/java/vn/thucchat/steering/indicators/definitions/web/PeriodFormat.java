package vn.thucchat.steering.indicators.definitions.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.thucchat.foundation.vietnamese.Parsed;
import vn.thucchat.foundation.vietnamese.UnreadableInput;
import vn.thucchat.steering.indicators.definitions.Period;

/** Teaches Spring to read periods, such as {@code 2022S1}. */
@Configuration(proxyBeanMethods = false)
class PeriodFormat implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(
                String.class,
                Period.class,
                text -> Period.parse(text)
                        .orElseThrow(() -> new UnreadableInput("figure.bad-period", List.of(Parsed.quoted(text)))));
    }
}
