package vn.thucchat.foundation.identity.accounts.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleDefinition;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.UnitOptions;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;

/** Offers the roles that an administrator may give, and the units to give them in, as forms show them. */
@Component
record GrantChoices(Access access, RoleDefinitions roles, List<UnitOptions> named) {

    /** Whether it is a role that can be given. */
    boolean known(String role) {
        return roles.grantable(role);
    }

    /** @param chosen unit as it was sent before, or empty: it stays what it was */
    GrantOptions of(Texts t, Actor actor, String chosen) {
        return new GrantOptions(roles(t), units(t, actor, chosen));
    }

    private List<Option> roles(Texts t) {
        var all = new ArrayList<Option>();
        all.add(new Option("", t.of("identity.accounts.role-choose")));
        for (RoleDefinition role : roles.grantable()) all.add(new Option(role.name(), t.of(role.key())));
        return all;
    }

    private List<Option> units(Texts t, Actor actor, String chosen) {
        var all = new ArrayList<Option>();
        Set<String> reach = access.units(actor, Roles.ADMINISTRATOR);
        for (UnitOptions known : named) all.addAll(known.of(t, reach));
        // too many for a list: those of the name that was typed
        boolean many = all.isEmpty();
        if (many && !chosen.isEmpty()) for (UnitOptions known : named) all.addAll(known.named(t, reach, chosen));
        if (!all.isEmpty()) {
            if (!many && all.stream().noneMatch(option -> option.value().equals(chosen)) && !chosen.isEmpty())
                all.add(new Option(chosen, chosen));
            all.addFirst(new Option("", t.of("identity.accounts.unit-choose")));
        }
        return all;
    }
}
