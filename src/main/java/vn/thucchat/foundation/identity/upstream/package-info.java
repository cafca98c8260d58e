/**
 * Sign-in by another provider of identity, above all VNeID, which knows a person by the personal identification number:
 * a client of OpenID Connect (authorization code with PKCE, {@code nonce}, {@code state}, {@code iss} by RFC 9207), set up
 * by configuration. A subject of a provider signs in to one account; which person the account is of is said by the number,
 * never by a name or an address. Table in schema {@code identity}: {@code upstream_account}. Records no facts, publishes no
 * events. Routes: {@code /upstream}, {@code /id/upstream}.
 */
@ApplicationModule(
        displayName = "Upstream providers",
        allowedDependencies = {
            "foundation.database",
            "foundation.http",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.factors",
            "foundation.identity.people",
            "foundation.identity.sessions",
            "foundation.pages"
        })
@NullMarked
package vn.thucchat.foundation.identity.upstream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
