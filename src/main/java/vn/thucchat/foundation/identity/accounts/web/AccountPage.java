package vn.thucchat.foundation.identity.accounts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.accounts.Administration.Entry;
import vn.thucchat.foundation.identity.accounts.RoleAdministration.GrantRequest;
import vn.thucchat.foundation.pages.Form;

/**
 * An account, its roles, and the forms that change it.
 *
 * @param requests for roles, which wait for a second person
 * @param form the name as it was typed, and the role and unit that were chosen for a new grant
 * @param link the link to set a password, shown this once, or null
 * @param sessions how many of its sessions go on
 */
public record AccountPage(
        Entry entry,
        List<GrantRequest> requests,
        Form<?> form,
        GrantOptions choices,
        @Nullable String link,
        int sessions) {}
