package vn.thucchat.foundation.identity.access;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Which units a person's roles reach. */
@Service
public class Access {

    /** What of the units is below what; the module that knows the units provides it. */
    @FunctionalInterface
    public interface Reach {
        /** The unit's own code and those of all units that ever were below it. */
        Set<String> below(String unit);

        /** The latest name of a unit; its code where nobody knows a name. */
        default String name(String unit) {
            return unit;
        }
    }

    private final Reach reach;
    private final RoleDefinitions roles;

    Access(Reach reach, RoleDefinitions roles) {
        this.reach = reach;
        this.roles = roles;
    }

    /** The latest name of a unit that a role is held in, for pages: {@code Tỉnh Thái Nguyên}. */
    public String unitName(String unit) {
        return reach.name(unit);
    }

    /**
     * Tells whether the actor holds the role, or one that includes it, in the unit or above it.
     *
     * @throws IllegalArgumentException when no room declares such a role
     */
    public boolean may(Actor actor, String role, String unit) {
        Set<String> holders = roles.holders(role);
        return actor.grants().stream()
                .anyMatch(grant -> holders.contains(grant.role())
                        && (grant.unit().equals(unit)
                                || reach.below(grant.unit()).contains(unit)));
    }

    /**
     * As {@link #may(Actor, String, String)}, of a record that is real or invented: a demonstration account, whose
     * password everybody knows, may do nothing to what is real.
     */
    public boolean may(Actor actor, String role, String unit, boolean synthetic) {
        return (synthetic || !actor.synthetic()) && may(actor, role, unit);
    }

    /** Whether the actor holds one of the roles in the unit or above it. */
    public boolean may(Actor actor, Set<String> roles, String unit) {
        return roles.stream().anyMatch(role -> may(actor, role, unit));
    }

    /** Whether the actor holds one of the roles in the unit or above it, of a record that is real or invented. */
    public boolean may(Actor actor, Set<String> roles, String unit, boolean synthetic) {
        return (synthetic || !actor.synthetic()) && may(actor, roles, unit);
    }

    /** Whether one of two units is the other or is, or ever was, below it. */
    public boolean overlap(String one, String other) {
        return one.equals(other)
                || reach.below(one).contains(other)
                || reach.below(other).contains(one);
    }

    /** The codes of all units in which the actor holds one of the roles: for {@code unit = ANY(:units)}. */
    public Set<String> units(Actor actor, String... roles) {
        return units(actor, Set.of(roles));
    }

    /** As {@link #units(Actor, String...)}, of a named set of roles. */
    public Set<String> units(Actor actor, Set<String> wanted) {
        var holders = new HashSet<String>();
        wanted.forEach(role -> holders.addAll(roles.holders(role)));
        var units = new HashSet<String>();
        for (var grant : actor.grants()) if (holders.contains(grant.role())) units.addAll(reach.below(grant.unit()));
        return units;
    }
}
