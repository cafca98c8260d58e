package vn.thucchat.foundation.identity.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.RoleDefinition.Holding;
import vn.thucchat.foundation.pages.PageContext;

/**
 * Knows the roles that all rooms declare. Creating it fails, and so does the start, when two definitions share a name or
 * one names a role that nobody declares.
 */
@Component
public class RoleDefinitions {

    private final Map<String, RoleDefinition> byName = new TreeMap<>();
    private final Map<String, Set<String>> holders = new HashMap<>();
    private final Set<String> secondFactor = new HashSet<>();

    RoleDefinitions(Collection<RoleDefinition> all) {
        for (RoleDefinition role : all)
            if (byName.put(role.name(), role) != null)
                throw new IllegalStateException("Two rooms declare the role " + role.name());
        for (RoleDefinition role : all) {
            role.named().forEach(this::of);
            secondFactor.addAll(role.grantedBy());
            if (role.secondFactor()) secondFactor.add(role.name());
            holders.computeIfAbsent(role.name(), name -> new HashSet<>()).add(role.name());
            for (String included : role.includes())
                holders.computeIfAbsent(included, name -> new HashSet<>()).add(role.name());
        }
    }

    /** The roles that can be given to somebody, in their order. */
    public List<RoleDefinition> grantable() {
        return byName.values().stream()
                .filter(role -> role.holding() != Holding.INCLUDED)
                .sorted(Comparator.comparingInt(RoleDefinition::order))
                .toList();
    }

    /** The names of the roles of people who work in a unit; not those of people whom it serves. */
    public List<String> ofOfficials() {
        return byName.values().stream()
                .filter(role -> role.holding() == Holding.UNIT)
                .map(RoleDefinition::name)
                .toList();
    }

    /** Whether a room declares it. */
    public boolean known(String name) {
        return byName.containsKey(name);
    }

    /** Whether it is a role that can be given to somebody. */
    public boolean grantable(String name) {
        RoleDefinition role = byName.get(name);
        return role != null && role.holding() != Holding.INCLUDED;
    }

    /**
     * The names of the role and of all that include it: who holds one of these may do what the role is for.
     *
     * @throws IllegalArgumentException when no room declares such a role
     */
    public Set<String> holders(String name) {
        Set<String> found = holders.get(name);
        if (found == null) throw new IllegalArgumentException("No room declares the role " + name);
        return found;
    }

    /** Whether the actor holds one of the roles, or one that includes it, in any unit. */
    public boolean holdsAny(Actor actor, String... roles) {
        for (String role : roles)
            for (Actor.Grant grant : actor.grants()) if (holders(role).contains(grant.role())) return true;
        return false;
    }

    /** Whether a role that the actor holds asks for a second proof of who they are, or lets them give roles to others. */
    public boolean needSecondFactor(Actor actor) {
        return actor.grants().stream().map(Actor.Grant::role).anyMatch(secondFactor::contains);
    }

    /** The names of the roles that the actor holds in any unit, and of what they include; with {@link PageContext#STAFF} or {@link PageContext#SERVED}. */
    Set<String> held(Actor actor) {
        var held = new TreeSet<String>();
        for (Actor.Grant grant : actor.grants()) {
            held.add(grant.role());
            RoleDefinition role = byName.get(grant.role());
            if (role == null) continue;
            held.addAll(role.includes());
            held.add(role.holding() == Holding.OWN ? PageContext.SERVED : PageContext.STAFF);
        }
        return held;
    }

    /** Whether the role opens the records of the unit that it is held in, and not only those of its holder. */
    public boolean opensUnit(String name) {
        return of(name).holding() != Holding.OWN;
    }

    /** Whether one person may not hold both in a unit. */
    public boolean exclude(String one, String other) {
        return byName.containsKey(other)
                && (of(one).notWith().contains(other) || of(other).notWith().contains(one));
    }

    /** The roles whose holders may give this one. */
    public Set<String> givers(String name) {
        RoleDefinition role = byName.get(name);
        return role == null ? Set.of() : role.grantedBy();
    }

    private RoleDefinition of(String name) {
        RoleDefinition role = byName.get(name);
        if (role == null) throw new IllegalArgumentException("No room declares the role " + name);
        return role;
    }
}
