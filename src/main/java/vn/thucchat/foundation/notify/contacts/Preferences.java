package vn.thucchat.foundation.notify.contacts;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.notify.channels.Medium;

/**
 * How a person wants to be told.
 *
 * @param media in the order in which they are tried, all there are
 * @param language {@code vi} or {@code en}
 * @param digestHour hour of the day in Viet Nam at which all that is not urgent comes in one message; null: each at once
 */
public record Preferences(
        List<Medium> media,
        QuietHours quiet,
        String language,
        @Nullable Integer digestHour) {

    /** Without a digest. */
    public Preferences(List<Medium> media, QuietHours quiet, String language) {
        this(media, quiet, language, null);
    }

    public Preferences {
        var all = new ArrayList<>(media.stream().distinct().toList());
        for (Medium medium : Medium.values()) if (!all.contains(medium)) all.add(medium);
        media = List.copyOf(all);
    }

    /** When the next digest leaves; empty for who wants each notice at once. */
    public Optional<Instant> nextDigest(Instant now) {
        if (digestHour == null) return Optional.empty();
        ZonedDateTime today = BusinessTime.day(now).atTime(digestHour, 0).atZone(BusinessTime.VIETNAM);
        return Optional.of((today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant());
    }

    public Locale locale() {
        return language.equals("en") ? Locale.ENGLISH : Locale.of("vi");
    }
}
