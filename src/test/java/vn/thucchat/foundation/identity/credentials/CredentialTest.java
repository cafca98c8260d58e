package vn.thucchat.foundation.identity.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonNumber;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.people.Representation;
import vn.thucchat.foundation.identity.people.Representations;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.HttpVisitor;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;

/** Base of tests of credentials by HTTP: somebody who acts for a company, signed in, and their wallet. */
@ApplicationTest
@NullMarked
abstract class CredentialTest {

    static final String PASSWORD = "con-trau-cay-ruong";
    static final String PAGE = "/id/credentials";
    private static final String CLERK = "vi.motcua";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    Accounts accounts;

    @Autowired
    PersonRegistry people;

    @Autowired
    Representations representations;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    /** What a page shows once. */
    record Shown(String link, String code) {}

    Actor holder;
    Person person;
    Representation right;
    HttpVisitor visitor;
    Wallet wallet;

    @BeforeEach
    void somebody() throws Exception {
        int n = COUNT.incrementAndGet();
        String username = "nguoi.co.vi." + getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + n;
        accounts.ensure(username, "Chủ Ví", PASSWORD, false);
        holder = accounts.actor(username).orElseThrow();
        var number = new PersonNumber(
                "0190881" + "%05d".formatted(getClass().getSimpleName().length() * 1000 + n));
        person = people.identify(holder, number, "Ma Thị Lan", LocalDate.of(1988, 4, 12), Person.Proof.VNEID_2)
                .orElseThrow();
        accounts.ensure(CLERK, "Một Cửa", PASSWORD, false);
        representations
                .make(
                        accounts.actor(CLERK).orElseThrow(),
                        person,
                        new Representations.Draft(
                                Representation.Kind.COMPANY,
                                null,
                                "4600000016",
                                "Công ty Chè Thử",
                                "Giấy ủy quyền số 3",
                                BusinessTime.day(clock.instant()).plusDays(200)))
                .expectDone();
        right = representations.by(person).getFirst();
        visitor = new HttpVisitor(port).signedIn(username, PASSWORD);
        wallet = new Wallet(port, clock);
    }

    @AfterEach
    void setClock() {
        clock.moveTo(TestTime.now());
    }

    /** Presses the button of the person's fact. */
    Shown offered() throws Exception {
        return offered("delegation", right.id());
    }

    Shown offered(String type, UUID holding) throws Exception {
        var answer = visitor.send(PAGE, PAGE + "/offers/" + type + "/" + holding);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Document page = Jsoup.parse(answer.body());
        return new Shown(
                page.select("main a.open").attr("href"),
                page.select("main code").text().replace(" ", ""));
    }

    /** The whole way of a wallet that does everything right. */
    String fetched() throws Exception {
        Shown shown = offered();
        String token = wallet.accessToken(shown.link(), shown.code());
        return Wallet.credentials(wallet.credential(token, "delegation", wallet.proof(wallet.nonce())))
                .getFirst();
    }
}
