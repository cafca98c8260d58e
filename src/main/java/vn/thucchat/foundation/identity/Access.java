package vn.thucchat.foundation.identity;

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
    }

    private final Reach reach;

    Access(Reach reach) {
        this.reach = reach;
    }

    public boolean may(Actor actor, Role role, String unit) {
        return actor.grants().stream()
                .anyMatch(grant -> grant.role() == role
                        && (grant.unit().equals(unit)
                                || reach.below(grant.unit()).contains(unit)));
    }

    /** The codes of all units in which the actor holds one of the roles: for {@code unit = ANY(:units)}. */
    public Set<String> units(Actor actor, Role... roles) {
        var wanted = Set.of(roles);
        var units = new java.util.HashSet<String>();
        for (var grant : actor.grants()) if (wanted.contains(grant.role())) units.addAll(reach.below(grant.unit()));
        return units;
    }
}
