/**
 * The provider of sign-ins for other systems: OpenID Connect Core 1.0 and OAuth 2.0 as RFC 9700 wants it, on the filters
 * and tokens of Spring Security's authorization server (ADR 018). What one allowed a client is one row from its code to
 * its last token. Tables in schema {@code identity}: client_authorization, client_consent, pushed_request, signing_key. Records no facts,
 * publishes no events. Routes: {@code /oauth2}, {@code /userinfo}, {@code /connect/logout}, {@code /id/applications}, {@code /id/device},
 * {@code /.well-known/openid-configuration}, {@code /.well-known/oauth-authorization-server}.
 */
@ApplicationModule(
        displayName = "OpenID Connect provider",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.clientkeys",
            "foundation.identity.clients",
            "foundation.identity.devicecodes",
            "foundation.identity.factors",
            "foundation.identity.security",
            "foundation.identity.sessions",
            "foundation.identity.throttling",
            "foundation.pages"
        })
@NullMarked
package vn.thucchat.foundation.identity.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
