package vn.thucchat.foundation.identity.credentials.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.PerMinute;
import vn.thucchat.foundation.identity.credentials.IssuerMetadata;
import vn.thucchat.foundation.identity.credentials.StatusLists;

/** What anybody may read: of the issuer, its keys, its types, and which credentials hold. */
@Controller
record IssuerController(IssuerMetadata metadata, StatusLists lists) {

    private static final String ISSUER = "/.well-known/openid-credential-issuer";
    private static final String KEYS = "/.well-known/jwt-vc-issuer";
    /** From one network: whoever checks the credentials of a whole market. */
    private static final int PER_MINUTE = 600;

    private static final MediaType STATUS_LIST = MediaType.parseMediaType("application/statuslist+jwt");

    @GetMapping({ISSUER, ISSUER + "/**"})
    @Allow(anyone = true)
    ResponseEntity<Map<String, Object>> issuer(HttpServletRequest request) {
        return named(request, ISSUER, metadata::document);
    }

    @GetMapping({KEYS, KEYS + "/**"})
    @Allow(anyone = true)
    ResponseEntity<Map<String, Object>> keys(HttpServletRequest request) {
        return named(request, KEYS, metadata::keys);
    }

    @GetMapping("/credentials/types/{type}")
    @Allow(anyone = true)
    ResponseEntity<String> type(@PathVariable String type) {
        return metadata.type(type)
                .map(text -> ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(text))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/credentials/status/{list}")
    @Allow(anyone = true)
    @PerMinute(PER_MINUTE)
    ResponseEntity<String> status(@PathVariable UUID list, @RequestParam(required = false) @Nullable String time) {
        // lists of before are not kept (Token Status List, section 8.4)
        if (time != null)
            return ResponseEntity.status(HttpStatus.NOT_IMPLEMENTED).build();
        return lists.token(list)
                .map(token -> ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(StatusLists.KEPT).cachePublic())
                        .contentType(STATUS_LIST)
                        .body(token))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ResponseEntity<Map<String, Object>> named(
            HttpServletRequest request, String wellKnown, Supplier<Map<String, Object>> document) {
        String path = request.getRequestURI().substring(wellKnown.length());
        return Optional.of(path)
                .filter(metadata::named)
                .map(_ -> ResponseEntity.ok()
                        .cacheControl(
                                CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(document.get()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
