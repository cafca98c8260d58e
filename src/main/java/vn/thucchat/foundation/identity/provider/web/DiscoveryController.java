package vn.thucchat.foundation.identity.provider.web;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.provider.ProviderMetadata;

/** The document by which programs find everything else. */
@Controller
record DiscoveryController(ProviderMetadata metadata) {

    @GetMapping({"/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"})
    @Allow(anyone = true)
    ResponseEntity<Map<String, Object>> document() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .contentType(MediaType.APPLICATION_JSON)
                .body(metadata.document());
    }
}
