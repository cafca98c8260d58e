package vn.thucchat.foundation.identity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.Administration.Entry;
import vn.thucchat.foundation.pages.Option;

/**
 * An account, its roles, and the forms that change it.
 *
 * @param name as it was typed
 * @param role as it was chosen for a new grant, {@code unit} as it was typed
 * @param units to choose from; empty where they are too many for a list
 * @param link the link to set a password, shown this once, or null
 */
public record AccountPage(
        Entry entry,
        String name,
        String role,
        String unit,
        List<Option> units,
        @Nullable Mistake mistake,
        @Nullable String link) {

    static AccountPage of(Entry entry, List<Option> units) {
        return new AccountPage(entry, entry.account().name(), "", "", units, null, null);
    }

    AccountPage with(Mistake mistake) {
        return new AccountPage(entry, name, role, unit, units, mistake, link);
    }
}
