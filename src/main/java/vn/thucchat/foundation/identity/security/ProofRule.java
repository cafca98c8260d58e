package vn.thucchat.foundation.identity.security;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.factors.AccountFactors;
import vn.thucchat.foundation.identity.sessions.SignInWays;

/**
 * Says what somebody signed in has to prove before anything else opens: by the code that the account has; by a new password
 * where somebody else gave the old one; by a second factor where a role asks for one. Demonstration accounts, whose password
 * everybody knows and who change nothing real, are asked for none but the one that one of them has.
 */
@Component
record ProofRule(RoleDefinitions roles, AccountFactors factors, SignInWays others) {

    static final String SECOND = "/sign-in/second";
    static final String NEW_PASSWORD = "/account/password";
    static final String AGAIN = "/sign-in/again";
    static final String SET_UP = "/id/codes";

    /** Where the demonstration's provider, which is on this site, asks who somebody is. */
    private static final String IMITATION = "/demonstration/vneid";

    private static final String SIGN_OUT = "/sign-out";
    /** Where a second factor is given. */
    private static final Set<String> GIVEN = Set.of(SECOND, "/webauthn/prove/options");
    /** Where a first one is made: who they are may have to be proven anew there. */
    private static final Set<String> MADE =
            Set.of(AGAIN, AGAIN + "/kept", "/webauthn/register", "/webauthn/register/options");

    /** The page to be passed before the one at the path opens; null when it is open. */
    @Nullable
    String pageToPassFirst(SignedIn person, String path) {
        if (path.equals(SIGN_OUT)) return null;
        boolean proven = person.assurance().twoFactors();
        if (person.codeSet() && !proven) return given(path) ? null : SECOND;
        if (person.mustChange()) return path.equals(NEW_PASSWORD) || elsewhere(path) ? null : NEW_PASSWORD;
        if (proven || exempt(person) || !roles.needSecondFactor(person.getPrincipal())) return null;
        if (given(path)) return null;
        // who has a passkey makes no other factor before it was shown: it may be a thief with the password
        if (!factors.devices(account(person)).isEmpty()) return SECOND;
        boolean open = MADE.contains(path) || at(path, SET_UP) || at(path, "/id/keys");
        return open ? null : SET_UP;
    }

    /**
     * Whether the latest proof of who somebody is is recent enough: by a passkey or a code, of who has one.
     *
     * @param minutes that it may be old; 0: any age
     */
    boolean recent(SignedIn person, int minutes) {
        return minutes == 0 || factors.recent(person, Duration.ofMinutes(minutes));
    }

    /** By what somebody proves who they are once more. */
    Set<Factor> ways(SignedIn person) {
        return factors.again(account(person));
    }

    /** Buttons of providers by which that can be proven as well. */
    List<SignInWays.Way> others(SignedIn person) {
        return others.of(account(person), ways(person).stream().anyMatch(Factor::device));
    }

    private boolean given(String path) {
        return GIVEN.contains(path) || elsewhere(path);
    }

    /** The way to a provider and back, by which a second factor is given too. */
    private boolean elsewhere(String path) {
        if (path.equals(IMITATION)) return true;
        return path.startsWith("/upstream/")
                && others.ways().stream()
                        .anyMatch(way -> path.equals(way.path()) || path.equals(way.path() + "/callback"));
    }

    private static UUID account(SignedIn person) {
        return person.getPrincipal().account();
    }

    private static boolean exempt(SignedIn person) {
        return person.getPrincipal().synthetic() && !person.codeSet();
    }

    private static boolean at(String path, String page) {
        return path.equals(page) || path.startsWith(page + "/");
    }
}
