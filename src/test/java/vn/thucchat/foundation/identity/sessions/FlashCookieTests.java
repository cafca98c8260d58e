package vn.thucchat.foundation.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.FlashMap;
import vn.thucchat.testing.ApplicationTest;

@ApplicationTest
class FlashCookieTests {

    @Autowired
    FlashCookie flash;

    @Test
    void a_page_that_a_script_fetches_beside_takes_no_notice_away_from_the_reader() {
        var notice = new FlashMap();
        notice.put("notice", "revenue.cash.entered");
        notice.setTargetRequestPath("/market/stalls/1");
        var redirect = new MockHttpServletResponse();
        flash.saveOutputFlashMap(notice, new MockHttpServletRequest("POST", "/market/stalls/1/cash"), redirect);

        var fetched = new MockHttpServletResponse();
        Map<String, Object> beside = flash.retrieveAndUpdate(page("cors", redirect.getCookies()), fetched);
        assertThat(beside).isNull();
        assertThat(fetched.getCookies()).as("it stays in the browser").isEmpty();
        Map<String, Object> read =
                flash.retrieveAndUpdate(page("navigate", redirect.getCookies()), new MockHttpServletResponse());
        assertThat(read).containsEntry("notice", "revenue.cash.entered");
    }

    private static MockHttpServletRequest page(String mode, Cookie... cookies) {
        var request = new MockHttpServletRequest("GET", "/market/stalls/1");
        request.setCookies(cookies);
        request.addHeader("Sec-Fetch-Mode", mode);
        return request;
    }
}
