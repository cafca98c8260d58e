package vn.thucchat.foundation.identity.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A person signed in, for Spring Security: made anew for each request, so that a revoked role acts at once. */
public final class SignedIn extends AbstractAuthenticationToken {

    private final Actor actor;
    private final boolean mustChange;
    private final boolean codeSet;
    private final UUID session;
    private final Assurance assurance;

    /**
     * @param codeSet the account has a time-based code
     * @param session the session's handle, by which pages and tokens name it; it lets nobody in
     */
    public SignedIn(
            Actor actor,
            RoleDefinitions roles,
            boolean mustChange,
            boolean codeSet,
            UUID session,
            Assurance assurance) {
        super(roles.held(actor).stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList());
        this.actor = actor;
        this.mustChange = mustChange;
        this.codeSet = codeSet;
        this.session = session;
        this.assurance = assurance;
        setAuthenticated(true);
    }

    /** The person of an authentication, or the stranger. */
    public static Actor actor(@Nullable Authentication authentication) {
        return authentication instanceof SignedIn signedIn ? signedIn.actor : Actor.STRANGER;
    }

    /** The password was given by somebody else: nothing is open but to change it. */
    public boolean mustChange() {
        return mustChange;
    }

    /** The account has a time-based code: its password alone opens nothing. */
    public boolean codeSet() {
        return codeSet;
    }

    public UUID session() {
        return session;
    }

    /** By what, and when, this session's owner proved who they are. */
    public Assurance assurance() {
        return assurance;
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    /** The name that pages show. */
    @Override
    public String getName() {
        return actor.name();
    }
}
