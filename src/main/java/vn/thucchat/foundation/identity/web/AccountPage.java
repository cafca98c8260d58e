package vn.thucchat.foundation.identity.web;

import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.Administration.Entry;

/**
 * An account, its roles, and the forms that change it.
 *
 * @param name as it was typed
 * @param role as it was chosen for a new grant, {@code unit} as it was typed
 * @param link the link to set a password, shown this once, or null
 */
public record AccountPage(
        Entry entry,
        String name,
        String role,
        String unit,
        GrantOptions choices,
        @Nullable Mistake mistake,
        @Nullable String link) {

    static AccountPage of(Entry entry, GrantOptions choices) {
        return new AccountPage(entry, entry.account().name(), "", "", choices, null, null);
    }

    AccountPage with(Mistake mistake) {
        return new AccountPage(entry, name, role, unit, choices, mistake, link);
    }
}
