package vn.thucchat.foundation.identity.sessions.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.factors.TotpCodes;

/**
 * A person's own codes.
 *
 * @param kept what there is, or null
 * @param needed a role of the person does nothing before a second factor is there
 * @param demonstration everybody may open the account: nothing of it can be changed
 * @param removal when administrators take all factors from the account, or null
 */
public record CodesPage(
        TotpCodes.@Nullable Kept kept,
        boolean needed,
        boolean demonstration,
        @Nullable Instant removal) {}
