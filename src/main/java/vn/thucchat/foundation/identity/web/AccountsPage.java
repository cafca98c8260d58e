package vn.thucchat.foundation.identity.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.Administration.Entry;

/**
 * @param next the username to go on after, or null on the last page
 */
public record AccountsPage(
        String search, List<Entry> entries, @Nullable String next) {

    public @Nullable String more() {
        return next == null
                ? null
                : "/admin/accounts?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&after=" + next;
    }
}
