package vn.thucchat.foundation.units;

import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.thucchat.foundation.vietnamese.UnreadableInput;

/** Teaches Spring to read codes of units and of their levels, as forms and addresses have them. */
@Configuration(proxyBeanMethods = false)
class UnitFormats implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(
                String.class,
                UnitCode.class,
                text -> UnitCode.read(text).orElseThrow(() -> new UnreadableInput("units.fault.code", List.of(text))));
        registry.addConverter(
                String.class,
                UnitKind.Level.class,
                text -> UnitKind.Level.of(text.toLowerCase(Locale.ROOT))
                        .orElseThrow(() -> new UnreadableInput("form.mismatch", List.of())));
    }
}
