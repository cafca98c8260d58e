package vn.thucchat.foundation.identity.security.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A browser without a screen: keeps cookies, and sends the hidden fields of the page it is on. */
public final class Visitor {

    private final MockMvc mvc;
    private final String address;
    private final Map<String, Cookie> cookies = new HashMap<>();
    private Document page = Jsoup.parse("");
    private String token = "";

    public Visitor(MockMvc mvc, String address) {
        this.mvc = mvc;
        this.address = address;
    }

    public MockHttpServletResponse open(String path) throws Exception {
        return perform(get(java.net.URI.create(path)));
    }

    /** Sends a form with the token of the last page that had one; fields are names and values in turn. */
    public MockHttpServletResponse send(String path, String... fields) throws Exception {
        var request = post(java.net.URI.create(path)).param("_csrf", token);
        for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
        return perform(request);
    }

    public MockHttpServletResponse signIn(String username, String password) throws Exception {
        open("/sign-in");
        return send("/sign-in", "username", username, "password", password);
    }

    public MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        var sent = request.with(it -> {
            it.setRemoteAddr(address);
            return it;
        });
        if (!cookies.isEmpty()) sent = sent.cookie(cookies.values().toArray(Cookie[]::new));
        var response = mvc.perform(sent).andReturn().getResponse();
        for (var cookie : response.getCookies()) {
            if (cookie.getMaxAge() == 0) cookies.remove(cookie.getName());
            else cookies.put(cookie.getName(), cookie);
        }
        String type = response.getContentType();
        if (type != null && type.startsWith("text/html")) {
            page = Jsoup.parse(response.getContentAsString());
            var field = page.selectFirst("input[name=_csrf]");
            if (field != null) token = field.val();
        }
        return response;
    }

    /** The page last shown. */
    public Document page() {
        return page;
    }

    public Cookie session() {
        return Objects.requireNonNull(cookies.get("tc"), "no session");
    }

    /** One that the browser keeps. */
    public Cookie cookie(String name) {
        return Objects.requireNonNull(cookies.get(name), name);
    }

    public void bring(Cookie cookie) {
        cookies.put(cookie.getName(), cookie);
    }
}
