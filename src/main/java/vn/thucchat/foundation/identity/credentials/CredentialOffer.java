package vn.thucchat.foundation.identity.credentials;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer of a credential to a person's wallet, from the QR image to the credentials issued for it.
 *
 * @param hash of what is in its address
 * @param batch of the credentials that are issued for it
 * @param secretNo of the account's password when it was made
 * @param codeMark the keyed hash of the transaction code
 * @param over whether it opens nothing any more, before its time
 * @param identified whether the wallet asked for the credential's identifier, and names it by that
 */
record CredentialOffer(
        String hash,
        UUID account,
        UUID batch,
        int secretNo,
        String type,
        UUID holding,
        String codeMark,
        int tries,
        Instant endsAt,
        @Nullable Instant redeemedAt,
        boolean over,
        @Nullable String dpopJkt,
        boolean identified,
        int issued) {}
