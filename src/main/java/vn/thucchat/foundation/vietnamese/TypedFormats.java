package vn.thucchat.foundation.vietnamese;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Teaches Spring to read days, numbers and đồng as people type them, by the parsers of this room. */
@Configuration(proxyBeanMethods = false)
class TypedFormats implements WebMvcConfigurer {

    private static final BigDecimal MOST_VND = BigDecimal.TEN.pow(15);

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatter(new Days());
        registry.addFormatter(new Decimals());
        registry.addFormatterForFieldAnnotation(new Dong());
    }

    /** Days from 1945 on: nobody means another. */
    private static final class Days implements Formatter<LocalDate> {

        @Override
        public LocalDate parse(String text, Locale locale) {
            return read(VietnameseDays.parse(text).filter(day -> day.getYear() >= 1945, "day.early"));
        }

        @Override
        public String print(LocalDate day, Locale locale) {
            return VietnameseDays.write(day);
        }
    }

    /** Numbers that may have decimals. */
    private static final class Decimals implements Formatter<BigDecimal> {

        @Override
        public BigDecimal parse(String text, Locale locale) {
            return read(VietnameseNumbers.decimal(text));
        }

        @Override
        public String print(BigDecimal number, Locale locale) {
            return VietnameseNumbers.write(number);
        }
    }

    /** What is marked with {@link Vnd}. */
    private static final class Dong implements AnnotationFormatterFactory<Vnd> {

        @Override
        public Set<Class<?>> getFieldTypes() {
            return Set.of(Long.class);
        }

        @Override
        public Printer<?> getPrinter(Vnd annotation, Class<?> type) {
            return (Printer<Long>) (vnd, locale) -> VietnameseNumbers.write(BigDecimal.valueOf(vnd));
        }

        @Override
        public Parser<?> getParser(Vnd annotation, Class<?> type) {
            return (text, locale) -> read(VietnameseNumbers.whole(text)
                            .filter(vnd -> vnd.signum() >= 0 && vnd.compareTo(MOST_VND) < 0, "vnd.range"))
                    .longValueExact();
        }
    }

    private static <T> T read(Parsed<T> read) {
        return switch (read) {
            case Parsed.Value<T>(T meant) -> meant;
            case Parsed.Refused<T>(String key, var arguments) -> throw new UnreadableInput(key, arguments);
        };
    }
}
