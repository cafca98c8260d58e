/**
 * Keys of clients: verifies what clients sign, to prove who they are ({@code private_key_jwt}, RFC 7523) and that they hold
 * the key that a token is bound to (DPoP, RFC 9449). Table in schema {@code identity}: used_jti. Records no facts, publishes
 * no events, serves no routes.
 */
@ApplicationModule(
        displayName = "Keys of clients",
        allowedDependencies = {"foundation.database", "foundation.http", "foundation.identity.clients"})
@NullMarked
package vn.thucchat.foundation.identity.clientkeys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
