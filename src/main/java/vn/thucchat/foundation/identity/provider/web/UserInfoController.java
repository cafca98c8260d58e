package vn.thucchat.foundation.identity.provider.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.provider.PersonClaims;
import vn.thucchat.foundation.identity.provider.PersonClaims.Told;

/** Tells whoever presents an access token about the person (OpenID Connect Core 1.0, section 5.3). */
@Controller
record UserInfoController(PersonClaims claims) {

    @RequestMapping(
            path = "/userinfo",
            method = {RequestMethod.GET, RequestMethod.POST})
    @Allow(anyone = true)
    ResponseEntity<Map<String, Object>> userInfo(HttpServletRequest request) {
        return switch (claims.of(request)) {
            case Told.Claims(var told) ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(told);
            case Told.Refused(var status, var challenges) ->
                ResponseEntity.status(status)
                        .header(HttpHeaders.WWW_AUTHENTICATE, challenges.toArray(String[]::new))
                        .build();
        };
    }
}
