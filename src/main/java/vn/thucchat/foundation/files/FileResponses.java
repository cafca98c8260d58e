package vn.thucchat.foundation.files;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/**
 * The answer that hands a kept file to somebody who may have it: always saved, never shown in place, and without
 * rights should a browser show it after all.
 */
public final class FileResponses {

    private FileResponses() {}

    public static ResponseEntity<Resource> attachment(KeptFile file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.note().mediaType()))
                .contentLength(file.bytes().length)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file.note().name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(new ByteArrayResource(file.bytes()));
    }

    /** RFC 6266: the name without diacritics for old clients, and as it is (RFC 8187) for the others. */
    public static String disposition(String name) {
        String plain = VietnameseText.unmarked(name).replaceAll("[^A-Za-z0-9._ -]", "_");
        String full = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, full);
    }
}
