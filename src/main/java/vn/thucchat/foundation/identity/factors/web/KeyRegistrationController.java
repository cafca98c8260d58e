package vn.thucchat.foundation.identity.factors.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.factors.CreationOptions;
import vn.thucchat.foundation.identity.factors.Passkeys;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;

/** Makes keys with the script of {@code /id/keys}, on the paths that Spring Security uses for it. */
@RestController
record KeyRegistrationController(Passkeys passkeys) {

    /** @param credential {@code PublicKeyCredential.toJSON()} */
    record RegisterRequest(@Nullable String label, @Nullable JsonNode credential) {}

    /** The new key. */
    record Registered(@Nullable UUID id) {}

    @PostMapping("/webauthn/register/options")
    @Allow(signedIn = true, recent = 10)
    CreationOptions options(SignedIn person) {
        return passkeys.options(person.getPrincipal(), person.session().toString());
    }

    @PostMapping("/webauthn/register")
    @Allow(signedIn = true, recent = 10)
    Registered register(@RequestBody RegisterRequest sent, SignedIn person) {
        String label = sent.label() == null ? "" : sent.label();
        String answer = sent.credential() == null ? "{}" : sent.credential().toString();
        return switch (passkeys.register(person.getPrincipal(), person.session().toString(), label, answer)) {
            case Result.Done(var id) -> new Registered(id);
            case Result.Refused(var key) -> throw Problem.bad("credential", key);
            case Result.Invalid(var errors) -> throw Problem.bad(errors);
            case Result.NotFound(), Result.Stale() -> throw new IllegalStateException();
        };
    }

    @DeleteMapping("/webauthn/register/{id}")
    @Allow(signedIn = true, recent = 10)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, SignedIn person) {
        Result result = passkeys.remove(person.getPrincipal(), id);
        if (!(result instanceof Result.Done)) throw result.problem();
    }
}
