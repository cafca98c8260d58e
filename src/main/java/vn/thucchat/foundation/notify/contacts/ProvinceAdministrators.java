package vn.thucchat.foundation.notify.contacts;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.units.Units;

/** Names those who are told when a channel needs somebody's hand: administrators of the province. */
@Component
public class ProvinceAdministrators {

    private final Accounts accounts;
    private final RoleDefinitions roles;
    private final Units units;

    ProvinceAdministrators(Accounts accounts, RoleDefinitions roles, Units units) {
        this.accounts = accounts;
        this.roles = roles;
        this.units = units;
    }

    /** Their accounts. */
    public List<UUID> of() {
        return accounts.holders(roles.holders(Roles.ADMINISTRATOR)).stream()
                .filter(holder -> units.heldInProvince(
                        new Actor(
                                holder.account(),
                                "",
                                holder.name(),
                                holder.synthetic(),
                                List.of(new Actor.Grant(Roles.ADMINISTRATOR, holder.unit()))),
                        Roles.ADMINISTRATOR))
                .map(Accounts.Holder::account)
                .distinct()
                .toList();
    }
}
