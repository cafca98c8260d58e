package vn.thucchat.foundation.identity.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.HttpVisitor;

/** What somebody types into headers about who and where they are changes nothing. */
@ApplicationTest
class PerimeterTests {

    private static final String PASSWORD = "con-trau-cay-ruong";

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @BeforeEach
    void somebody() {
        accounts.ensure("vanh.dai", "Vành Đai", PASSWORD, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.7", "198.51.100.7, 10.20.30.40", "=1+1 <b>127.0.0.1 (quantri)"})
    void the_access_log_holds_the_address_that_the_request_came_from(String typed) throws Exception {
        var visitor = new HttpVisitor(port);
        var form = visitor.post("/sign-in", visitor.token("/sign-in"), "username", "vanh.dai", "password", PASSWORD);
        var forged = HttpRequest.newBuilder(form, (_, _) -> true)
                .header("X-Forwarded-For", typed)
                .header("Forwarded", "for=198.51.100.8")
                .header("X-Real-IP", "198.51.100.9")
                .build();
        assertThat(visitor.atOnce(List.of(forged)).getFirst().statusCode()).isEqualTo(303);
        assertThat(jdbc.sql("""
                        SELECT ip FROM identity.access_log WHERE username = 'vanh.dai' AND action = 'identity.signed-in'
                        ORDER BY id DESC LIMIT 1
                        """).query(String.class).single()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account/password",
                "/receipts?code=ABC",
                "/market/stalls",
                "/sign-in?lang=en",
                "/v3/api-docs",
                "/"
            })
    void no_answer_leads_to_a_host_that_the_request_names(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                + "X-Forwarded-Proto: https\r\nX-Forwarded-Port: 444\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("evil.example");
        assertThat(answer.toLowerCase(java.util.Locale.ROOT)).doesNotContain("location: http");
    }

    @Test
    void a_device_is_remembered_by_a_cookie_of_which_the_database_has_the_hash() throws Exception {
        var visitor = new HttpVisitor(port).signedIn("vanh.dai", PASSWORD);
        String cookie = visitor.cookie("tc-device");
        List<String> places =
                jdbc.sql("""
                        SELECT place FROM identity.known_place k JOIN identity.account a ON a.id = k.account
                        WHERE a.username = 'vanh.dai'
                        """).query((row, number) -> row.getString(1)).list();
        assertThat(places).contains("net:127.0.0.1").noneMatch(place -> place.contains(cookie));
        visitor.send("/account/password", "/sign-out");
        visitor.signedIn("vanh.dai", PASSWORD);
        assertThat(visitor.cookie("tc-device")).as("the same browser").isEqualTo(cookie);
    }

    private String raw(String request) throws Exception {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
