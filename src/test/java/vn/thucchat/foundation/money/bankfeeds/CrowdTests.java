package vn.thucchat.foundation.money.bankfeeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.cashdesk.CashDesk;
import vn.thucchat.testing.HttpVisitor;

/** Crowds of strangers, each from a network of their own, and payments that are told of in between. */
@NullMarked
class CrowdTests extends NotificationTest {

    private static final int CROWD = 120;

    @LocalServerPort
    int port;

    @Autowired
    Accounts people;

    @Autowired
    MeterRegistry meters;

    @Autowired
    CashDesk desk;

    private Duration slowest = Duration.ZERO;

    @Test
    void a_hundred_and_twenty_sign_ins_at_once_leave_payments_answered_within_a_second() throws Exception {
        var page = new HttpVisitor(port);
        var crowds = new AtomicInteger();
        List<String> answers = calm(() -> signIns(page, "dong.nguoi" + crowds.incrementAndGet()), 1);
        // the rest is given a place in the queue, or is told to come back
        assertThat(answers)
                .allMatch(answer -> answer.contains(" 422 ")
                        || (answer.contains(" 303 ")
                                && answer.contains("tc-ticket=")
                                && answer.contains("Location: /sign-in"))
                        || answer.contains(" 503 "));
        // of a second crowd, which the first one is ahead of, nobody may have had a turn yet
        assertThat(answers).filteredOn(answer -> !answer.contains(" 503 ")).hasSizeGreaterThan(5);
        assertThat(answers)
                .filteredOn(answer -> answer.contains(" 503 "))
                .allMatch(answer -> answer.contains("Retry-After: "));
    }

    /** Of one person, whom no earlier crowd has tried: a name may be tried so often only. */
    private List<String> signIns(HttpVisitor page, String username) throws Exception {
        people.ensure(username, "Đông Người", "con-trau-cay-ruong", false);
        String form = "username=" + username + "&password=sai&_csrf="
                + URLEncoder.encode(page.token("/sign-in"), StandardCharsets.UTF_8);
        var requests = new ArrayList<String>();
        for (int i = 0; i < CROWD; i++) requests.add("""
                    POST /sign-in HTTP/1.1
                    Host: localhost
                    Connection: close
                    Cookie: tc-form=%s
                    Content-Type: application/x-www-form-urlencoded
                    Content-Length: %d

                    %s""".formatted(page.cookie("tc-form"), form.length(), form));
        return requests;
    }

    @Test
    void so_does_a_crowd_that_prints_receipts() throws Exception {
        var requests = new ArrayList<String>();
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.CHARGES);
        List<String> answers = calm(
                () -> {
                    requests.clear();
                    for (int i = 0; i < CROWD; i++) requests.add(receipt(account, 1_000 + i));
                    return requests;
                },
                2);
        assertThat(answers).allMatch(answer -> answer.contains(" 200 ") || answer.contains(" 503 "));
        assertThat(answers).anyMatch(answer -> answer.contains(" 200 "));
        // again, one after the other from one network: kept ones cost nothing, and there is an end
        var reader = new HttpVisitor(port);
        int read = 0;
        String path = requests.getFirst().split(" ", -1)[1];
        while (reader.open(path).statusCode() == 200) read++;
        assertThat(reader.open(path).statusCode()).isEqualTo(429);
        assertThat(read).isBetween(10, 60);
    }

    private String receipt(ReceivingAccount account, long amountVnd) throws Exception {
        var taken = desk.take(
                Persons.a(MarketRoles.COLLECTOR, UNIT.value()),
                ask(account, amountVnd).code(),
                amountVnd,
                java.util.UUID.randomUUID());
        var receipt = ((CashDesk.Taking.Taken) taken).receipt();
        return "GET /money/receipts/" + receipt.id() + ".pdf HTTP/1.1\nHost: localhost\nConnection: close\n\n";
    }

    /** The answers to a crowd beside which payments were answered within a second; a machine may be busy twice. */
    private List<String> calm(Callable<List<String>> crowd, int network) throws Exception {
        for (int attempt = 1; ; attempt++) {
            slowest = Duration.ZERO;
            List<String> answers = meanwhile(crowd.call(), network + 10 * attempt);
            if (slowest.compareTo(Duration.ofSeconds(1)) < 0) return answers;
            assertThat(attempt).as("crowds, each with a payment of " + slowest).isLessThan(3);
        }
    }

    /** Sends all in one moment from as many addresses, and payments while they wait for their answers. */
    private List<String> meanwhile(List<String> requests, int network) throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        var http = HttpClient.newHttpClient();
        // the first of its kind is slower
        assertThat(told(http, account)).isPositive();
        double timeouts = timeouts();
        var start = new CyclicBarrier(requests.size() + 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<String>>();
            for (int i = 0; i < requests.size(); i++) {
                String request = requests.get(i);
                String from = "127.0.%d.%d".formatted(network, i + 1);
                Callable<String> one = () -> {
                    start.await();
                    return sent(from, request);
                };
                answers.add(threads.submit(one));
            }
            start.await();
            Thread.sleep(100);
            assertThat(answers).as("premise: a crowd waits").anyMatch(answer -> !answer.isDone());
            for (int i = 0; i < 8; i++) {
                var took = Duration.ofMillis(told(http, account));
                if (took.compareTo(slowest) > 0) slowest = took;
            }
            System.out.println("The slowest payment beside a crowd: " + slowest.toMillis() + " ms");
            var all = new ArrayList<String>();
            for (var answer : answers) all.add(answer.get());
            assertThat(timeouts())
                    .as("waits for a connection that were given up")
                    .isEqualTo(timeouts);
            return all;
        }
    }

    private double timeouts() {
        return meters.find("hikaricp.connections.timeout").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    /** How long a signed payment took to be answered, in milliseconds. */
    private long told(HttpClient http, ReceivingAccount account) throws IOException, InterruptedException {
        Teller teller = Teller.sepay(account.account()).amount(2_000);
        String body = teller.body();
        var request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + port + "/api/v1/payments/notifications/" + account.connection()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        teller.headers(body).forEach(request::header);
        long begin = System.nanoTime();
        assertThat(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        return Math.max(1, (System.nanoTime() - begin) / 1_000_000);
    }

    /** The head of the answer. */
    private String sent(String from, String request) throws IOException {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.substring(0, Math.max(0, answer.indexOf("\r\n\r\n")));
        }
    }
}
