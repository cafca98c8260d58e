package vn.thucchat.foundation.identity.consent.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.consent.ConsentRecord;
import vn.thucchat.foundation.identity.consent.Consents;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Slice;

/** One's consents and withdrawals, for one's own programs. */
@RestController
record ConsentsApi(Consents consents) {

    private static final int PAGE = 100;

    /**
     * @param purpose code of the purpose, such as {@code notify.optional-email}; its words are at {@code /id/purposes}
     * @param act {@code GIVEN} or {@code WITHDRAWN}; the latest of a purpose holds
     * @param version of the purpose when it was said
     * @param textHash SHA-256 of the words that were read
     * @param proof 26 signs made of the rest by a key of the platform
     */
    record ConsentJson(
            UUID id,
            String purpose,
            String act,
            int version,
            String textHash,
            String channel,
            String proof,
            Instant at) {

        static ConsentJson of(ConsentRecord act) {
            return new ConsentJson(
                    act.id(),
                    act.purpose(),
                    act.given() ? "GIVEN" : "WITHDRAWN",
                    act.version(),
                    act.textHash(),
                    act.channel().name(),
                    act.proof(),
                    act.at());
        }
    }

    @Operation(
            summary = "What the one who asks consented to and withdrew, the newest first, 100 at a time",
            description = "For each act the purpose, the hash of the words that were read, when, and the proof. Sign in"
                    + " as in the browser and send the cookie.")
    @GetMapping(path = "/api/v1/me/consents", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(signedIn = true)
    ResponseEntity<Slice<ConsentJson>> consents(
            @Parameter(hidden = true) Actor actor,
            @Parameter(description = "`nextCursor` of the page before")
                    @RequestParam(name = "cursor", required = false)
                    @Nullable
                    String cursor) {
        return ResponseEntity.ok()
                // somebody's own: no machine on the way keeps it
                .cacheControl(CacheControl.noStore())
                .body(consents.history(actor, Cursor.read(cursor), PAGE).map(ConsentJson::of));
    }
}
