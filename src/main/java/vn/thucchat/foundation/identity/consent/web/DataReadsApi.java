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
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;

/** Who looked at one's data, for one's own programs. */
@RestController
record DataReadsApi(DataReadLines lines) {

    private static final int PAGE = 100;

    /**
     * @param by the name of who looked
     * @param action what was done, such as {@code identity.account-read}
     * @param record which record it was, as a path of this site
     * @param purpose for what, in the language that the program asks for
     * @param objectedAt when the person said something against it, or null
     */
    record LookJson(
            UUID id,
            Instant at,
            String by,
            String action,
            String record,
            String purpose,
            @Nullable Instant objectedAt) {

        static LookJson of(DataReadLine line, Texts t) {
            return new LookJson(
                    line.entry().id(),
                    line.entry().at(),
                    line.by(),
                    line.entry().action(),
                    line.entry().object(),
                    line.purpose(t),
                    line.objection() == null ? null : line.objection().saying().madeAt());
        }
    }

    @Operation(
            summary = "Who looked at the data of the one who asks, the newest first, 100 at a time",
            description =
                    "By whom, when, which record, for what: the lines of the access log that name the person who is"
                            + " signed in. Sign in as in the browser and send the cookie.")
    @GetMapping(path = "/api/v1/me/access-log", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(signedIn = true)
    ResponseEntity<Slice<LookJson>> accessLog(
            @Parameter(hidden = true) Actor actor,
            @Parameter(hidden = true) Texts t,
            @Parameter(description = "`nextCursor` of the page before")
                    @RequestParam(name = "cursor", required = false)
                    @Nullable
                    String cursor) {
        return ResponseEntity.ok()
                // somebody's own: no machine on the way keeps it
                .cacheControl(CacheControl.noStore())
                .body(lines.of(actor, Cursor.read(cursor), PAGE).map(line -> LookJson.of(line, t)));
    }
}
