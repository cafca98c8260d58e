package vn.thucchat.foundation.identity.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.pages.SiteCookies;

/**
 * Carries what a redirect has to say ("kept", how many rows were taken) to the page that it leads to, sealed in a
 * cookie for three minutes. Texts and whole numbers only. A session would do it too, but then strangers needed one, and
 * two forms sent at once would both write the same attribute.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class FlashCookie extends AbstractFlashMapManager {

    private static final String COOKIE = "tc-flash";
    private static final String PURPOSE = "flash cookie";
    private static final int MOST = 4;
    /** What browsers keep of one cookie, less its name and what stands around it. */
    private static final int LONGEST = 3500;

    private final SiteCookies cookies;
    private final Seal seal;
    private final JsonMapper json;

    FlashCookie(SiteCookies cookies, Seal seal, JsonMapper json) {
        this.cookies = cookies;
        this.seal = seal;
        this.json = json;
    }

    /** One redirect's attributes, and where it leads: by its path and parameters the next request is known. */
    record Kept(
            @Nullable String path,
            Map<String, List<String>> parameters,
            long expires,
            Map<String, Object> attributes) {}

    /** None for a page that a script fetches beside: whoever reads the notice is still on the way to it. */
    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null && !mode.equals("navigate") && request.getMethod().equals("GET")) return null;
        String sealed = cookies.read(request, COOKIE).orElse(null);
        if (sealed == null) return null;
        try {
            var maps = new ArrayList<FlashMap>();
            for (Kept kept : json.readValue(seal.open(sealed, PURPOSE), Kept[].class)) maps.add(map(kept));
            return maps;
        } catch (IllegalStateException | JacksonException notOurs) {
            // of another key, or changed by somebody: there is nothing to say
            return null;
        }
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> flashMaps, HttpServletRequest request, HttpServletResponse response) {
        if (flashMaps.isEmpty()) {
            cookies.delete(request, response, COOKIE);
            return;
        }
        var newest = flashMaps.subList(Math.max(0, flashMaps.size() - MOST), flashMaps.size());
        String sealed = seal.close(
                json.writeValueAsString(newest.stream().map(FlashCookie::kept).toList()), PURPOSE);
        if (sealed.length() > LONGEST) throw new IllegalStateException("Too much to carry over a redirect: " + newest);
        cookies.write(request, response, COOKIE, sealed, Duration.ofSeconds(getFlashMapTimeout()), "Lax");
    }

    private static Kept kept(FlashMap map) {
        map.forEach((name, value) -> {
            if (!(value instanceof String || value instanceof Integer))
                throw new IllegalStateException("Neither a text nor a whole number: " + name);
        });
        return new Kept(
                map.getTargetRequestPath(), map.getTargetRequestParams(), map.getExpirationTime(), Map.copyOf(map));
    }

    private FlashMap map(Kept kept) {
        var map = new FlashMap();
        map.putAll(kept.attributes());
        map.setTargetRequestPath(kept.path());
        map.addTargetRequestParams(MultiValueMap.fromMultiValue(kept.parameters()));
        map.setExpirationTime(kept.expires());
        return map;
    }
}
