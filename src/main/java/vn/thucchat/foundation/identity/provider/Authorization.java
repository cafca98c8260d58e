package vn.thucchat.foundation.identity.provider;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accounts.Account;

/**
 * What a client was allowed, from the code to its last token.
 *
 * @param id random, part of every token; known to nobody else
 * @param person whom it is about
 * @param code what it began with; null where the client acts in its own name
 * @param dpopJkt the key that the code, and then a public client's refresh tokens, are bound to (thumbprint, RFC 7638)
 * @param refreshing which of its refresh tokens counts
 * @param endsAt when nothing of it lives any more
 * @param endedAt when it was ended before, or null
 */
record Authorization(
        UUID id,
        UUID client,
        Set<String> scopes,
        Person person,
        @Nullable Code code,
        @Nullable String dpopJkt,
        Refreshing refreshing,
        Instant endsAt,
        @Nullable Instant endedAt) {

    private static final UUID NOBODY = new UUID(0, 0);

    /**
     * The person, and how that one was known.
     *
     * @param account of all zeros where the client acts in its own name
     * @param session the handle of the session
     * @param amr how, in the words of RFC 8176
     * @param idClaims names of the claims that the client wants in the ID token besides, as far as its scopes go
     */
    record Person(
            UUID account,
            int secretNo,
            @Nullable UUID session,
            Instant authTime,
            String acr,
            List<String> amr,
            @Nullable String nonce,
            Set<String> idClaims) {

        /** Somebody who is signed in here, with as much of the proof as the client is told. */
        static Person of(
                Account account, SignedIn signedIn, WantedLevel level, @Nullable String nonce, Set<String> idClaims) {
            var assurance = signedIn.assurance();
            return new Person(
                    account.id(),
                    account.secretNo(),
                    signedIn.session(),
                    assurance.provenAt(),
                    level.told(assurance),
                    AuthenticationContext.amr(assurance),
                    nonce,
                    idClaims);
        }

        /** The client itself. */
        static Person none(Instant now) {
            return new Person(NOBODY, 0, null, now, "", List.of(), null, Set.of());
        }

        /** Whether two kinds of proof were given, whatever the client asked for. */
        boolean twoFactors() {
            return acr.equals(AuthenticationContext.TWO_FACTORS) || amr.contains(AuthenticationContext.BOTH);
        }

        boolean somebody() {
            return !account.equals(NOBODY);
        }
    }

    /**
     * The code: the hash of its secret, what it is bound to, and when it was used.
     *
     * @param codeChallenge null where the client was registered without PKCE and sent none
     */
    record Code(
            String codeHash,
            @Nullable String codeChallenge,
            String redirectUri,
            @Nullable Instant codeUsedAt) {}

    /**
     * Which refresh token counts.
     *
     * @param refreshNo its number; 0: there is none
     * @param keyId the key that marks it
     */
    record Refreshing(
            int refreshNo,
            @Nullable Instant refreshedAt,
            @Nullable String keyId) {

        static final Refreshing NONE = new Refreshing(0, null, null);
    }

    /** Whether it gives no refresh tokens any more because nobody asked for one. */
    boolean idle(Instant now) {
        Instant last = refreshing.refreshedAt();
        return last == null || now.isAfter(last.plus(Authorizations.IDLE));
    }

    boolean alive(Instant now) {
        return endedAt == null && now.isBefore(endsAt);
    }
}
