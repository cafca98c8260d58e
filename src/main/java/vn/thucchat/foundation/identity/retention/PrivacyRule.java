package vn.thucchat.foundation.identity.retention;

import java.time.LocalDate;

/**
 * States one number from a day on: {@code breach.notice-hours, 72}.
 *
 * @param document by what it is so
 */
public record PrivacyRule(String code, LocalDate validFrom, int value, String document) {

    /** Hours from noticing a breach to telling the authority. */
    public static final String BREACH_HOURS = "breach.notice-hours";

    public String key() {
        return "privacy.rule." + code;
    }
}
