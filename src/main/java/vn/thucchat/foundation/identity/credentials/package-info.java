/**
 * Statements that people carry in a wallet on their telephone and show to whoever they like, part by part: facts that rooms
 * of this platform hold ({@link vn.thucchat.foundation.identity.credentials.CredentialType}), never who somebody is. They
 * are issued as {@code dc+sd-jwt} (SD-JWT VC; RFC 9901) by OpenID4VCI 1.0 with a pre-authorised code and a transaction code,
 * and withdrawn by a Token Status List as soon as the fact ends (ADR 021). Tables in schema {@code identity}: credential_offer,
 * issued_credential, credential_revocation, status_list. Records no facts, publishes no events. Routes: {@code
 * /id/credentials}, {@code /credentials}, {@code /.well-known/openid-credential-issuer}, {@code /.well-known/jwt-vc-issuer},
 * and the grant of pre-authorised codes at {@code /oauth2/token}.
 */
@ApplicationModule(
        displayName = "Credentials",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.clientkeys",
            "foundation.identity.clients",
            "foundation.identity.provider",
            "foundation.identity.purposes",
            "foundation.pages",
            "foundation.papers"
        })
@NullMarked
package vn.thucchat.foundation.identity.credentials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
