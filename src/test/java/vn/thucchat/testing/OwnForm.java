package vn.thucchat.testing;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Marks a mock request as a browser marks a form of our own page. Spring Security's {@code csrf()} is not used: it
 * changes the filter of the shared application for every test that comes after.
 */
public final class OwnForm {

    private OwnForm() {}

    public static RequestPostProcessor ownForm() {
        return request -> {
            request.addHeader("Sec-Fetch-Site", "same-origin");
            return request;
        };
    }
}
