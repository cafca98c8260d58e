package vn.thucchat.foundation.identity.factors.web;

import java.util.List;
import vn.thucchat.foundation.identity.factors.Passkey;
import vn.thucchat.foundation.pages.Fault;

/**
 * A person's passkeys.
 *
 * @param usable whether browsers have passkeys at the address of this site
 * @param recent whether the person proved a short while ago who they are, and so may add and remove
 * @param site the domain of the keys
 * @param owner the person as browsers know them, and {@code ids} the keys that there are, in base64url
 */
public record PasskeysPage(
        List<Passkey> keys,
        boolean usable,
        boolean recent,
        String site,
        String owner,
        List<String> ids,
        List<Fault> faults) {}
