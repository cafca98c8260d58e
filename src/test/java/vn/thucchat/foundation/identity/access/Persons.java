package vn.thucchat.foundation.identity.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People for tests, without accounts: {@code mvc.perform(get("/audit").with(Persons.as(Persons.a(AUDITOR, "19"))))}. */
public final class Persons {

    private Persons() {}

    public static Actor a(String role, String unit) {
        String username = role.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "."
                + unit.toLowerCase(java.util.Locale.ROOT);
        return new Actor(
                UUID.nameUUIDFromBytes(username.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                username,
                "Người " + username,
                false,
                List.of(new Actor.Grant(role, unit)));
    }

    /** As {@link #a}, with a demonstration account. */
    public static Actor synthetic(String role, String unit) {
        Actor real = a(role, unit);
        return new Actor(
                UUID.nameUUIDFromBytes(
                        (real.username() + " (minh họa)").getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "demo." + real.username(),
                real.name() + " (minh họa)",
                true,
                real.grants());
    }

    /** The roles with what they include, as a request of somebody who holds them is asked for. */
    public static Set<String> rolesOf(String... roles) {
        var grants =
                Arrays.stream(roles).map(role -> new Actor.Grant(role, "19")).toList();
        return HouseRoles.DEFINITIONS.held(new Actor(new UUID(0, 1), "", "", false, grants));
    }

    /** A request of this person. */
    public static RequestPostProcessor as(Actor actor) {
        return authentication(signedIn(actor, false));
    }

    /** Signed in by a passkey that is always recent, whatever hour a test's clock shows. */
    public static SignedIn signedIn(Actor actor, boolean mustChange) {
        return signedIn(actor, mustChange, false, Assurance.of(Factor.PASSKEY, Instant.parse("2100-01-01T00:00:00Z")));
    }

    /** @param codeSet whether the account has a time-based code */
    public static SignedIn signedIn(Actor actor, boolean mustChange, boolean codeSet, Assurance assurance) {
        return new SignedIn(actor, HouseRoles.DEFINITIONS, mustChange, codeSet, new UUID(0, 2), assurance);
    }
}
