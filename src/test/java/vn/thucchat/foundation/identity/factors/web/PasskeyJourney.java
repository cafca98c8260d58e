package vn.thucchat.foundation.identity.factors.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Browser;

/** A person's passkeys in a real browser with authenticators of its own (WebDriver extension of WebAuthn, over CDP). */
@ApplicationTest
@NullMarked
class PasskeyJourney {

    private static final String PASSWORD = "con-trau-cay-ruong";
    private static final String BUTTON = "[data-passkeys=sign-in] button";

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    @Test
    void keys_are_made_sign_in_by_the_button_and_from_suggestions_and_one_is_removed() {
        accounts.ensure("khoa.truy.cap", "Trần Khóa", PASSWORD, false);
        try (var browser = new Browser();
                BrowserContext phone = browser.visitor(390, false)) {
            Page page = phone.newPage();
            CDPSession devices = phone.newCDPSession(page);
            devices.send("WebAuthn.enable");
            String first = authenticator(devices, true);

            page.navigate(at("/sign-in?to=/id/keys"));
            page.fill("#username", "khoa.truy.cap");
            page.fill("#password", PASSWORD);
            page.click("form[action='/sign-in'] button[type=submit]");
            page.waitForURL(at("/id/keys"));
            make(page, "Điện thoại", 1);
            assertThat(page.locator("tbody").innerText()).contains("Điện thoại", "đồng bộ", "chưa dùng");

            signOut(page);
            // this authenticator agrees to whatever it is asked for: to the suggestion as soon as the page is there
            page.navigate(at("/sign-in?to=/id/keys"));
            page.waitForURL(at("/id/keys"));
            assertThat(page.locator("tbody").innerText())
                    .as("signed in from the suggestions")
                    .doesNotContain("chưa dùng");

            signOut(page);
            devices.send("WebAuthn.setAutomaticPresenceSimulation", presence(first, false));
            // the suggestion waits, nobody being present; the button asks anew
            page.waitForResponse("**/webauthn/authenticate/options", () -> page.navigate(at("/sign-in?to=/id/keys")));
            devices.send("WebAuthn.setAutomaticPresenceSimulation", presence(first, true));
            pressUntil(page, at("/id/keys"));

            // a device that has a key is asked for no second one
            page.fill("#label", "lần nữa");
            page.click("[data-passkeys=make] button");
            page.getByText("Máy này đã có khóa").waitFor();

            devices.send("WebAuthn.removeVirtualAuthenticator", of(first));
            authenticator(devices, false);
            make(page, "Máy ở cơ quan", 2);
            assertThat(page.locator("tbody").innerText()).contains("chỉ trên máy này");
            page.locator("tbody tr:first-child details.danger summary").click();
            page.locator("tbody tr:first-child details.danger button").click();
            // the session was begun with that key, and has ended with it
            page.waitForURL("**/sign-in**");
            page.waitForURL(at("/id/keys"));
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            assertThat(page.locator("tbody").innerText()).contains("Máy ở cơ quan");
        }
    }

    @Test
    void a_key_that_was_removed_is_refused_with_a_sentence_once_and_the_password_stays() {
        accounts.ensure("khoa.da.xoa", "Lê Đã Xóa", PASSWORD, false);
        try (var browser = new Browser();
                BrowserContext phone = browser.visitor(390, false)) {
            Page page = phone.newPage();
            CDPSession devices = phone.newCDPSession(page);
            devices.send("WebAuthn.enable");
            authenticator(devices, true);
            page.navigate(at("/sign-in?to=/id/keys"));
            page.fill("#username", "khoa.da.xoa");
            page.fill("#password", PASSWORD);
            page.click("form[action='/sign-in'] button[type=submit]");
            page.waitForURL(at("/id/keys"));
            make(page, "", 1);
            // who has a key shows it before one is removed
            page.locator("main a[href='/sign-in/again?to=/id/keys']").first().click();
            page.locator("[data-passkeys=prove] button").click();
            page.locator("details.danger summary").click();
            page.locator("details.danger button").click();
            page.getByText("Đã xóa khóa").waitFor();
            signOut(page);
            int[] asked = new int[1];
            page.onRequest(request -> {
                if (request.url().endsWith("/login/webauthn")) asked[0]++;
            });
            page.navigate(at("/sign-in"));
            page.waitForTimeout(1500);
            assertThat(asked[0]).as("no loop").isLessThanOrEqualTo(1);
            page.click(BUTTON);
            page.waitForTimeout(1500);
            assertThat(asked[0]).isLessThanOrEqualTo(2);
            assertThat(page.locator("[data-passkeys] [role=status]").innerText())
                    .isNotBlank();
            page.fill("#username", "khoa.da.xoa");
            page.fill("#password", PASSWORD);
            page.click("form[action='/sign-in'] button[type=submit]");
            page.waitForURL(at("/"));
        }
    }

    private static void make(Page page, String label, int keys) {
        page.fill("#label", label);
        page.click("[data-passkeys=make] button");
        page.locator("tbody tr:nth-child(" + keys + ")").waitFor();
    }

    /** Presses the button as long as the page is there: where a suggestion is answered first, it has gone. */
    private static void pressUntil(Page page, String there) {
        for (int press = 0; press < 20 && !page.url().equals(there); press++) {
            try {
                page.click(BUTTON, new Page.ClickOptions().setTimeout(1_000));
            } catch (PlaywrightException goneOrBusy) {
                page.waitForTimeout(500);
            }
            page.waitForTimeout(500);
        }
        page.waitForURL(there);
    }

    private void signOut(Page page) {
        page.locator("header details summary").click();
        page.locator("form[action='/sign-out'] button").click();
        page.waitForURL(at("/"));
    }

    private static String authenticator(CDPSession devices, boolean synced) {
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("ctap2Version", "ctap2_1");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        options.addProperty("defaultBackupEligibility", synced);
        options.addProperty("defaultBackupState", synced);
        var arguments = new JsonObject();
        arguments.add("options", options);
        return devices.send("WebAuthn.addVirtualAuthenticator", arguments)
                .get("authenticatorId")
                .getAsString();
    }

    private static JsonObject of(String authenticator) {
        var arguments = new JsonObject();
        arguments.addProperty("authenticatorId", authenticator);
        return arguments;
    }

    private static JsonObject presence(String authenticator, boolean there) {
        JsonObject arguments = of(authenticator);
        arguments.addProperty("enabled", there);
        return arguments;
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
