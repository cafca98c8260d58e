package vn.thucchat.foundation.identity.access;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * Who acts: a person signed in, or a stranger, or the platform itself. Handlers take it as a parameter. (It is no
 * {@link java.security.Principal}: Spring would fill such a parameter itself, with the authentication.)
 *
 * @param account the account's id; of all zeros for a stranger and for the platform
 * @param name the name to show
 * @param synthetic a demonstration account: all that it reports is demonstration data and marked so
 * @param grants the roles, each with the code of the unit it is held in
 */
public record Actor(UUID account, String username, String name, boolean synthetic, List<Grant> grants)
        implements Serializable {

    private static final UUID NOBODY = new UUID(0, 0);
    public static final Actor STRANGER = new Actor(NOBODY, "", "", false, List.of());
    /** The platform acting by itself: loaders and jobs. */
    public static final Actor PLATFORM = new Actor(NOBODY, "thucchat", "Thực Chất", false, List.of());

    /**
     * A role and where it is held.
     *
     * @param unit the code of the unit the role is held in
     */
    public record Grant(String role, String unit) implements Serializable {}

    public boolean signedIn() {
        return !account.equals(NOBODY);
    }

    /** Whether the role was given to the actor in some unit; what a role includes is asked of {@link RoleDefinitions}. */
    public boolean holds(String role) {
        return grants.stream().anyMatch(grant -> grant.role().equals(role));
    }
}
