package vn.thucchat.economy.market.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.economy.market.till.TillFixture.Opened;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.testing.HttpVisitor;

/** A screen that was left open is told nothing once its session is over. */
@MarketTest
@NullMarked
class TillStreamEndTests {

    @Autowired
    TillFixture fixture;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"signed out", "disabled", "another password", "ended elsewhere"})
    void nothing_is_told_after_the_session(String end) throws Exception {
        Opened till = fixture.open();
        String username = till.trader().username();
        var visitor = new HttpVisitor(port).signedIn(username, TillFixture.PASSWORD);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/market/stalls/"
                        + till.stall().id() + "/payments"))
                .header("Cookie", "tc=" + visitor.cookie("tc"))
                .header("Accept", "text/event-stream")
                .build();
        InputStream stream = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body();
        var heard = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                task -> Thread.ofVirtual().start(task));
        fixture.pay(till, 5_000, "");
        Thread.sleep(1_000);
        switch (end) {
            case "signed out" ->
                assertThat(visitor.send("/account/password", "/sign-out").statusCode())
                        .isEqualTo(303);
            case "ended elsewhere" ->
                assertThat(new HttpVisitor(port)
                                .signedIn(username, TillFixture.PASSWORD)
                                .send("/id/sessions", "/id/sessions/others/ended")
                                .statusCode())
                        .isEqualTo(303);
            case "disabled" -> change("disabled = true", username);
            default -> change("secret_no = secret_no + 1", username);
        }
        fixture.pay(till, 6_161, "");
        assertThat(heard.get(20, TimeUnit.SECONDS)).contains("5000").doesNotContain("6161");
    }

    private void change(String what, String username) {
        jdbc.sql("UPDATE identity.account SET " + what + " WHERE username = :username")
                .param("username", username)
                .update();
    }
}
