package vn.thucchat.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.testing.DemonstrationClock;
import vn.thucchat.testing.TestDatabase;

class LoadingTests {

    private static final class Killed extends RuntimeException {}

    @Test
    @Tag("nightly")
    void a_province_is_the_same_every_time_even_when_the_process_dies_on_the_way() {
        TestDatabase template = TestDatabase.demonstration();
        TestDatabase other = TestDatabase.fresh();
        try (var app = other.start(DemonstrationClock.LOADED, "--thucchat.demo=false")) {
            var loading = app.getBean(Loading.class);
            loading.begin();
            // without the demonstration the first administrator is a real one, whose account it leaves alone
            assertThat(app.getBean(People.class).open())
                    .extracting(People.Person::username)
                    .containsExactly(
                            "lanhdao",
                            "vanphong",
                            "baocao",
                            "thamdinh",
                            "kiemtoan",
                            "quanlycho",
                            "ketoan",
                            "nguoithu",
                            "tieuthuong",
                            "quantri2",
                            "congdan",
                            "congdan2",
                            "motcua",
                            "bvdl",
                            "thongbao");
            long begin = System.nanoTime();
            for (String deadly : List.of(
                    "cho-gia-sang",
                    "trading-2022-08-06",
                    "acts-2021S2",
                    "papers-2022S1",
                    "figures-2021S2",
                    "corrections-2022S1"))
                assertThatThrownBy(() -> loading.load(step -> {
                            if (step.equals(deadly)) throw new Killed();
                        }))
                        .isInstanceOf(Killed.class);
            loading.load(step -> {});
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            System.out.printf("The demonstration was loaded in %.1f s%n", took.toMillis() / 1_000.0);
            // a machine that does much else at the same time must not fail it
            assertThat(took).isLessThan(Duration.ofMinutes(4));
        }
        try (var one = template.pool();
                var two = other.pool()) {
            assertThat(Content.of(JdbcClient.create(two))).isEqualTo(Content.of(JdbcClient.create(one)));
        }
    }

    @Test
    void buyers_come_as_long_as_the_platform_runs() throws Exception {
        TestDatabase database = TestDatabase.demonstration();
        String paid = "SELECT count(*) FROM payments.movement WHERE day = '2026-11-15'";
        try (var pool = database.pool();
                var app = database.start(DemonstrationClock.LOADED, "--thucchat.demo=true", TestDatabase.TRADING)) {
            var jdbc = JdbcClient.create(pool);
            long patience = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            while (jdbc.sql(paid).query(Long.class).single() == 0) {
                assertThat(System.nanoTime()).as("nobody buys").isLessThan(patience);
                Thread.sleep(200);
            }
            assertThat(app.isRunning()).isTrue();
        }
    }

    @Test
    void its_accounts_are_open_only_while_it_is_on() throws Exception {
        TestDatabase database = TestDatabase.demonstration();
        try (var pool = database.pool()) {
            var jdbc = JdbcClient.create(pool);
            assertThat(open(jdbc)).isEqualTo(People.ALL.size());
            try (var real = database.start("--thucchat.demo=false", "--thucchat.base-url=https://so.example.vn")) {
                closed(Integer.parseInt(real.getEnvironment().getRequiredProperty("local.server.port")));
            }
            assertThat(open(jdbc)).isZero();
            assertThat(jdbc.sql("SELECT username FROM identity.account WHERE NOT synthetic")
                            .query(String.class)
                            .list())
                    .as("somebody real can administer from then on")
                    .containsExactlyInAnyOrder("quantri1", "quantri3");
            // it was on from the first day: an empty variable leaves it so
            database.start("--thucchat.demo=").close();
            assertThat(open(jdbc)).isEqualTo(People.ALL.size());
        }
    }

    /** No role is offered or entered, and cookies are of an encrypted site. */
    private static void closed(int port) throws Exception {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        URI site = URI.create("http://localhost:" + port);
        var page = http.send(
                HttpRequest.newBuilder(site.resolve("/sign-in")).build(), HttpResponse.BodyHandlers.ofString());
        var form = Jsoup.parse(page.body());
        assertThat(form.select("form[action='/sign-in']")).as("premise").hasSize(1);
        assertThat(form.select("form[action='/demonstration/sign-in']")).isEmpty();
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000 ; includeSubDomains");
        List<String> cookies = page.headers().allValues("Set-Cookie");
        assertThat(cookies).isNotEmpty().allSatisfy(LoadingTests::ofTheSiteAlone);
        String fields = "_csrf=" + form.select("input[name=_csrf]").val()
                + "&as=lanhdao&username=lanhdao&password=thucchat-demo";
        for (var expected :
                Map.of("/demonstration/sign-in", 404, "/sign-in", 422).entrySet()) {
            var sent = http.send(
                    HttpRequest.newBuilder(site.resolve(expected.getKey()))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header(
                                    "Cookie",
                                    cookies.stream()
                                            .map(cookie -> cookie.replaceFirst(";.*", ""))
                                            .collect(Collectors.joining("; ")))
                            .POST(HttpRequest.BodyPublishers.ofString(fields))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(sent.statusCode()).as(expected.getKey()).isEqualTo(expected.getValue());
            assertThat(sent.headers().allValues("Set-Cookie")).allSatisfy(LoadingTests::ofTheSiteAlone);
        }
    }

    /** RFC 6265bis, 4.1.3.2. */
    private static void ofTheSiteAlone(String cookie) {
        assertThat(cookie)
                .startsWith("__Host-")
                .contains("; Secure", "; HttpOnly", "; Path=/")
                .doesNotContain("Domain=");
    }

    private static int open(JdbcClient jdbc) {
        return jdbc.sql("SELECT count(*) FROM identity.account WHERE synthetic AND NOT disabled")
                .query(Integer.class)
                .single();
    }
}
