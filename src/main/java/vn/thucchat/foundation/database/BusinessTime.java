package vn.thucchat.foundation.database;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every room stands on: the clock. Business dates are Vietnamese (UTC+7, no summer time). */
@Configuration
public class BusinessTime {

    public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return systemClock();
    }

    /** For commands, which start no application. */
    public static InstantSource systemClock() {
        return Clock.systemUTC();
    }

    /** What a form calls today ({@code @FutureOrPresent}) is the business day, too. */
    @Bean
    ValidationConfigurationCustomizer businessDay(InstantSource clock) {
        return validation -> validation.clockProvider(() -> clock.withZone(VIETNAM));
    }

    /** The Vietnamese calendar day of an instant. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, VIETNAM);
    }
}
