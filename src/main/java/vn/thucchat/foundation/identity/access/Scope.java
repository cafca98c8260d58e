package vn.thucchat.foundation.identity.access;

import java.util.List;
import java.util.Set;

/**
 * Whose accounts a person may see by one role.
 *
 * @param all the role is held in the nation: everybody
 * @param wide the role is held in the nation or a province: also those who never held a role
 * @param units those with a role in one of these
 * @param syntheticOnly whoever looks has a demonstration account, whose password everybody knows: no real person's
 */
public record Scope(boolean all, boolean wide, Set<String> units, boolean syntheticOnly) {

    private static final String NATION = "VN";

    public static Scope of(Access access, Actor actor, String role) {
        var held = actor.grants().stream()
                .filter(grant -> grant.role().equals(role))
                .map(Actor.Grant::unit)
                .toList();
        boolean all = held.contains(NATION);
        // a province has a code of two digits
        boolean wide = all || held.stream().anyMatch(unit -> unit.matches("[0-9]{2}"));
        return new Scope(all, wide, all ? Set.of() : access.units(actor, role), actor.synthetic());
    }

    boolean holds(String unit) {
        return all || units.contains(unit);
    }

    public boolean sees(List<RoleGrant> grants) {
        return all || grants.stream().anyMatch(grant -> units.contains(grant.unit())) || (wide && grants.isEmpty());
    }

    /** Whoever holds a role outside is somebody else's to manage: a new password would give away that role too. */
    public boolean manages(List<RoleGrant> grants) {
        return sees(grants) && grants.stream().filter(RoleGrant::held).allMatch(grant -> holds(grant.unit()));
    }

    public String[] array() {
        return units.toArray(String[]::new);
    }
}
