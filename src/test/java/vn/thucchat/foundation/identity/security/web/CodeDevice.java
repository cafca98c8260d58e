package vn.thucchat.foundation.identity.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.InstantSource;
import java.util.List;
import vn.thucchat.foundation.identity.factors.TotpSecret;

/** A telephone that shows the codes of one account, and the codes on paper that go with it. */
public record CodeDevice(TotpSecret secret, List<String> recovery, InstantSource clock) {

    /** Sets up a code as a visitor does who has just signed in by the password. */
    public static CodeDevice setUp(Visitor visitor, InstantSource clock) throws Exception {
        visitor.open("/id/codes");
        assertThat(visitor.send("/id/codes").getStatus()).isEqualTo(200);
        var secret = new TotpSecret(visitor.page().select("code").text().replace(" ", ""));
        String draft = visitor.page().select("input[name=draft]").val();
        assertThat(visitor.send("/id/codes/checked", "draft", draft, "code", secret.code(clock.instant()))
                        .getStatus())
                .isEqualTo(200);
        List<String> recovery = visitor.page().select("li code").eachText();
        assertThat(visitor.send(
                                "/id/codes/set",
                                "draft",
                                visitor.page().select("input[name=draft]").val())
                        .getRedirectedUrl())
                .isEqualTo("/id/codes");
        return new CodeDevice(secret, recovery, clock);
    }

    /** As {@link #setUp(Visitor, InstantSource)}, in a browser at {@code /id/codes}. */
    public static CodeDevice setUp(Page page, InstantSource clock) {
        page.locator("form[action='/id/codes'] button").click();
        page.locator("svg.qr").waitFor();
        var secret = new TotpSecret(page.locator("main code").textContent().replace(" ", ""));
        page.locator("#code").fill(secret.code(clock.instant()));
        page.locator("form[action='/id/codes/checked'] button").click();
        page.locator("form[action='/id/codes/set'] button").waitFor();
        List<String> recovery = page.locator("li code").allTextContents();
        page.locator("form[action='/id/codes/set'] button").click();
        page.locator("form[action='/id/codes/recovery']").waitFor();
        return new CodeDevice(secret, recovery, clock);
    }

    /** What it shows now. */
    public String code() {
        return secret.code(clock.instant());
    }
}
