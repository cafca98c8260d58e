package vn.thucchat.foundation.identity.accounts.web;

import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.accounts.Administration.Entry;
import vn.thucchat.foundation.pages.Form;

/**
 * An account, its roles, and the forms that change it.
 *
 * @param form the name as it was typed, and the role and unit that were chosen for a new grant
 * @param link the link to set a password, shown this once, or null
 * @param sessions how many of its sessions go on
 */
public record AccountPage(
        Entry entry,
        Form<?> form,
        GrantOptions choices,
        @Nullable String link,
        int sessions) {}
