package vn.thucchat.foundation.identity.factors.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.factors.AccountFactors;
import vn.thucchat.foundation.identity.factors.Passkeys;
import vn.thucchat.foundation.identity.factors.RelyingParty;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** Shows a person's passkeys, names and removes them; the page's script makes them ({@link KeyRegistrationController}). */
@Controller
record KeysController(
        Passkeys passkeys,
        Passkeys.SessionProofs proofs,
        RelyingParty site,
        Pages pages,
        AccountFactors factors,
        @Value("${thucchat.base-url}") String base) {

    private static final String PATH = "/id/keys";
    private static final Duration RECENT = Duration.ofMinutes(10);

    @GetMapping(PATH)
    @Allow(signedIn = true)
    View keys(SignedIn person, Texts t) {
        return page(person, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping("/id/keys/{id}/label")
    @Allow(signedIn = true)
    View label(@PathVariable UUID id, Form<LabelForm> form, SignedIn person, Flash redirect) {
        return form.answer(
                typed -> passkeys.label(person.getPrincipal(), id, typed.label()),
                done -> redirect.then("identity.keys.labelled", PATH),
                (again, status) -> page(person, again, status));
    }

    @PostMapping("/id/keys/{id}/removed")
    @Allow(signedIn = true, recent = 10)
    View remove(@PathVariable UUID id, SignedIn person, Texts t, Flash redirect) {
        var owner = person.getPrincipal();
        Result result = passkeys.remove(owner, id, () -> proofs.keepWithoutProof(owner.account(), person.session()));
        if (result instanceof Result.Done) return redirect.then("identity.keys.removed", PATH);
        return page(person, Form.blank(t).with(result), result.status());
    }

    /** Where password programs lead their people (W3C, "A Well-Known URL for Relying Party Passkey Endpoints"). */
    @GetMapping("/.well-known/passkey-endpoints")
    @Allow(anyone = true)
    ResponseEntity<Map<String, String>> endpoints() {
        return site.usable()
                ? ResponseEntity.ok(Map.of("enroll", base + PATH, "manage", base + PATH))
                : ResponseEntity.notFound().build();
    }

    private View page(SignedIn person, Form<?> form, HttpStatus status) {
        var actor = person.getPrincipal();
        return pages.show(
                "foundation/identity/factors/keys",
                new PasskeysPage(
                        passkeys.of(actor),
                        site.usable(),
                        factors.recent(person, RECENT),
                        site.id(),
                        passkeys.handle(actor),
                        List.copyOf(passkeys.credentialIds(actor)),
                        form.faults()),
                status);
    }
}
