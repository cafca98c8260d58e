package vn.thucchat.foundation.identity.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.identity.UnitOptions;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;

/** Units in which an administrator may give roles, as forms offer them. */
@Component
class GrantUnits {

    private final Access access;
    private final List<UnitOptions> named;

    GrantUnits(Access access, List<UnitOptions> named) {
        this.access = access;
        this.named = named;
    }

    /**
     * @param chosen as it was sent before, or empty: it stays what it was
     * @return empty where they are too many for a list
     */
    List<Option> of(Texts t, Actor actor, String chosen) {
        var all = new ArrayList<Option>();
        for (UnitOptions known : named) all.addAll(known.of(t, access.units(actor, Role.ADMINISTRATOR)));
        if (!all.isEmpty()) {
            if (all.stream().noneMatch(option -> option.value().equals(chosen)) && !chosen.isEmpty())
                all.add(new Option(chosen, chosen));
            all.addFirst(new Option("", t.of("identity.accounts.unit-choose")));
        }
        return all;
    }
}
