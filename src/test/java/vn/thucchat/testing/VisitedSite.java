package vn.thucchat.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.mock.web.MockHttpServletResponse;

/** The application as a browser meets it in one person's name, with a network that the test cuts. Forms without files only. */
public final class VisitedSite {

    public static final String ADDRESS = "http://thucchat.test";

    private final Visitor visitor;
    private final List<String> posted = new ArrayList<>();
    private boolean cut;

    private VisitedSite(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Lets a browser see the application at {@link #ADDRESS}. */
    public static VisitedSite serve(BrowserContext context, Visitor visitor) {
        var site = new VisitedSite(visitor);
        context.route("**/*", site::answer);
        return site;
    }

    /** From now on nothing is reached, or everything again. */
    public void cut(boolean off) {
        cut = off;
    }

    /** The bodies of the forms that arrived. */
    public List<String> posted() {
        return List.copyOf(posted);
    }

    private void answer(Route route) {
        if (cut) {
            route.abort();
            return;
        }
        var request = route.request();
        URI uri = URI.create(request.url());
        String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        try {
            MockHttpServletResponse response;
            if (request.method().equals("POST")) {
                posted.add(request.postData());
                response = visitor.submit(path, fields(request.postData()));
            } else {
                response = visitor.open(path);
            }
            var headers = new LinkedHashMap<String, String>();
            for (String name : response.getHeaderNames()) headers.put(name, String.valueOf(response.getHeader(name)));
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(response.getStatus())
                    .setHeaders(headers)
                    .setBodyBytes(response.getContentAsByteArray()));
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static Map<String, List<String>> fields(String body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            fields.computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
                    .add(parts.length == 1 ? "" : decoded(parts[1]));
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
