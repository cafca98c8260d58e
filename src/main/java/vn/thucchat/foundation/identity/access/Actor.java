package vn.thucchat.foundation.identity.access;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a person signed in, or a stranger, or the platform itself. Handlers take it as a parameter. (It is no
 * {@link java.security.Principal}: Spring would fill such a parameter itself, with the authentication.)
 *
 * @param account the account's id; of all zeros for a stranger and for the platform
 * @param name the name to show
 * @param synthetic a demonstration account: all that it reports is demonstration data and marked so
 * @param grants the roles, each with the code of the unit it is held in
 * @param actingFor for whom they act, or null: for themselves
 */
public record Actor(
        UUID account,
        String username,
        String name,
        boolean synthetic,
        List<Grant> grants,
        @Nullable ActingFor actingFor)
        implements Serializable {

    private static final UUID NOBODY = new UUID(0, 0);
    public static final Actor STRANGER = new Actor(NOBODY, "", "", false, List.of());
    /** The platform acting by itself: loaders and jobs. */
    public static final Actor PLATFORM = new Actor(NOBODY, "thucchat", "Thực Chất", false, List.of());

    /** Somebody who acts for themselves. */
    public Actor(UUID account, String username, String name, boolean synthetic, List<Grant> grants) {
        this(account, username, name, synthetic, grants, null);
    }

    /** The same, acting for somebody. Roles are one's own: for another nobody holds any. */
    public Actor acting(ActingFor whom) {
        return new Actor(account, username, name, synthetic, List.of(), whom);
    }

    /**
     * For whom somebody acts in this request: a child or another person, a household, a company.
     *
     * @param representation by which they may
     * @param kind {@code CHILD}, {@code ADULT}, {@code HOUSEHOLD} or {@code COMPANY}
     * @param person for whom, where it is a person
     * @param code of the household or company; empty for a person
     * @param name for pages
     * @param until the last day on which it holds
     * @param over whether it has ended since they began: nothing is done any more, for nobody, until they have seen that
     */
    public record ActingFor(
            UUID representation,
            String kind,
            @Nullable UUID person,
            String code,
            String name,
            LocalDate until,
            boolean over)
            implements Serializable {

        /** One that has ended, of which no more is known. */
        public static ActingFor over(UUID representation) {
            return new ActingFor(representation, "", null, "", "", LocalDate.EPOCH, true);
        }

        /** What the access log names it by; a code may be the number of a household's owner, so it is not in there. */
        public String logged() {
            return "for " + representation;
        }
    }

    /** Knows who may act for whom now. Implemented by a room that knows representations, which lies above sessions. */
    @FunctionalInterface
    public interface ActingRights {

        /** For whom the actor acts by a representation; empty when it has ended or is another's. */
        Optional<ActingFor> holding(Actor actor, UUID representation);
    }

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
