package vn.thucchat.foundation.notify.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.thucchat.foundation.notify.channels.Medium;

/**
 * How a person wants to be told.
 *
 * @param media in the order in which they are tried, all there are
 * @param language {@code vi} or {@code en}
 */
public record Preferences(List<Medium> media, QuietHours quiet, String language) {

    public Preferences {
        var all = new ArrayList<>(media.stream().distinct().toList());
        for (Medium medium : Medium.values()) if (!all.contains(medium)) all.add(medium);
        media = List.copyOf(all);
    }

    public Locale locale() {
        return language.equals("en") ? Locale.ENGLISH : Locale.of("vi");
    }
}
