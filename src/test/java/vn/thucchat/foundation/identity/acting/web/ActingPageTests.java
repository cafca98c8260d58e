package vn.thucchat.foundation.identity.acting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonNumber;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.people.Representation;
import vn.thucchat.foundation.identity.people.Representations;
import vn.thucchat.foundation.identity.security.web.Visitor;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;

@ApplicationTest
class ActingPageTests {

    private static final String PASSWORD = "con-trau-cay-ruong";

    /** Every handler that is open to who acts for another, besides those open to anyone. */
    private static final Set<String> OPEN = Set.of(
            "ActingController.show",
            "ActingController.begin",
            "ActingController.end",
            "PapersController.file",
            "PapersController.list",
            "RecordsController.correct",
            "RecordsController.correction",
            "RecordsController.own",
            "AnnouncedController.list",
            "AnnouncedController.show");

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    PersonRegistry people;

    @Autowired
    Representations representations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    private Visitor visitor;
    private Actor parent;
    private Actor clerk;
    private Person self;
    private PersonNumber own;
    private UUID right;

    @BeforeEach
    void aParentAndAChild() throws Exception {
        int number = (int) (Math.random() * 900_000);
        String username = "me" + UUID.randomUUID().toString().substring(0, 12);
        accounts.ensure(username, "Mẹ Thử", PASSWORD, false);
        parent = accounts.actor(username).orElseThrow();
        own = number("019088", number);
        self = people.identify(parent, own, "Mẹ Thử", LocalDate.of(1988, 4, 12), Person.Proof.VNEID_2)
                .orElseThrow();
        accounts.ensure(username + ".motcua", "Một Cửa", PASSWORD, false);
        clerk = accounts.actor(username + ".motcua").orElseThrow();
        Person child = people.keep(clerk, number("019215", number), "Con Thử", LocalDate.of(2015, 6, 1));
        representations
                .make(
                        clerk,
                        self,
                        new Representations.Draft(
                                Representation.Kind.CHILD,
                                child,
                                "",
                                "",
                                "Giấy khai sinh số 12/2015",
                                BusinessTime.day(clock.instant()).plusDays(10)))
                .expectDone();
        right = representations.by(self).getFirst().id();
        visitor = new Visitor(mvc, "198.51.100." + (1 + (int) (Math.random() * 250)));
        visitor.signIn(username, PASSWORD);
    }

    private static PersonNumber number(String place, int number) {
        return new PersonNumber(place + String.format(java.util.Locale.ROOT, "%06d", number));
    }

    private void begin() throws Exception {
        visitor.open("/id/acting");
        assertThat(visitor.send("/id/acting/" + right).getRedirectedUrl()).isEqualTo("/id/acting");
        visitor.open("/id/acting");
    }

    @Test
    void who_acts_for_a_child_sees_its_data_and_every_page_says_so() throws Exception {
        begin();
        assertThat(visitor.page().select("aside.acting").text()).contains("Đang làm thay cho Con Thử");
        assertThat(visitor.page().select("main").text()).contains("1/6/2015", "019••••••");
        visitor.open("/");
        assertThat(visitor.page().select("aside.acting").text()).contains("Con Thử");
        assertThat(visitor.send("/id/acting/ended").getRedirectedUrl()).isEqualTo("/id/acting");
        visitor.open("/id/acting");
        assertThat(visitor.page().select("aside.acting")).isEmpty();
    }

    @Test
    void what_does_not_allow_it_is_closed_until_they_stop() throws Exception {
        begin();
        assertThat(visitor.open("/id/keys").getRedirectedUrl()).isEqualTo("/id/acting?closed=true&to=%2Fid%2Fkeys");
        assertThat(visitor.open("/account/password").getRedirectedUrl()).startsWith("/id/acting?closed=true");
        visitor.open("/id/acting?closed=true&to=%2Fid%2Fkeys");
        assertThat(visitor.page().select("[role=alert]").text()).contains("Thôi");
        String to = visitor.page().select("main input[name=to]").val();
        assertThat(visitor.send("/id/acting/ended", "to", to).getRedirectedUrl())
                .as("on to what was wanted")
                .isEqualTo("/id/keys");
        assertThat(visitor.open("/id/keys").getStatus()).isEqualTo(200);
    }

    @Test
    void it_ends_in_the_second_in_which_the_right_ends_and_nothing_is_done_meanwhile() throws Exception {
        begin();
        representations.end(parent, self, right);
        assertThat(visitor.open("/").getRedirectedUrl()).startsWith("/id/acting?closed=true");
        visitor.open("/id/acting?closed=true");
        assertThat(visitor.page().select("aside.acting").text()).contains("đã kết thúc");
        assertThat(visitor.page().select("main").text()).doesNotContain("1/6/2015");
        assertThat(visitor.send("/id/acting/" + right).getStatus()).isEqualTo(404);
        visitor.send("/id/acting/ended");
        assertThat(visitor.open("/id").getStatus()).isEqualTo(200);
    }

    @Test
    void what_anyone_may_read_is_read_and_nothing_of_it_is_done() throws Exception {
        begin();
        assertThat(visitor.open("/sign-in").getStatus()).isNotEqualTo(404);
        visitor.open("/id/acting");
        assertThat(visitor.send("/sign-in", "username", "x", "password", "y").getRedirectedUrl())
                .isEqualTo("/id/acting?closed=true");
        assertThat(visitor.send("/upstream/accounts").getRedirectedUrl()).isEqualTo("/id/acting?closed=true");
        assertThat(visitor.send("/sign-out").getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void an_account_that_only_names_the_number_acts_for_nobody() throws Exception {
        String username = "thu" + UUID.randomUUID().toString().substring(0, 12);
        accounts.ensure(username, "Kẻ Gian", PASSWORD, false);
        Actor thief = accounts.actor(username).orElseThrow();
        assertThat(people.identify(thief, own, "Mẹ Thử", LocalDate.of(1988, 4, 12), Person.Proof.VNEID_1))
                .isPresent();
        var other = new Visitor(mvc, "203.0.113.9");
        other.signIn(username, PASSWORD);
        other.open("/id/acting");
        assertThat(other.page().select("main").text()).contains("mức 1").doesNotContain("Con Thử");
        assertThat(other.send("/id/acting/" + right).getStatus()).isEqualTo(404);
        other.open("/id/person");
        assertThat(other.page().select("main").text()).doesNotContain("Con Thử");
        assertThat(other.send("/id/person/representations/" + right + "/ended").getStatus())
                .isEqualTo(404);
        assertThat(visitor.open("/id/acting").getContentAsString()).contains("Con Thử");
    }

    @Test
    void to_begin_needs_a_fresh_proof() throws Exception {
        visitor.open("/id/acting");
        clock.moveTo(clock.instant().plusSeconds(11 * 60));
        try {
            assertThat(visitor.send("/id/acting/" + right).getStatus()).isEqualTo(403);
            assertThat(visitor.page().select("h1").text()).isEqualTo("Xác nhận đó là bạn");
        } finally {
            clock.moveTo(TestTime.now());
        }
    }

    @Test
    void going_on_to_another_ends_the_first_in_the_log() throws Exception {
        representations
                .make(
                        clerk,
                        self,
                        new Representations.Draft(
                                Representation.Kind.HOUSEHOLD,
                                null,
                                "019088123456",
                                "Hộ Thử",
                                "Giấy đăng ký số 1",
                                BusinessTime.day(clock.instant()).plusDays(10)))
                .expectDone();
        UUID household = representations.by(self).getLast().id();
        begin();
        assertThat(visitor.send("/id/acting/" + household).getRedirectedUrl()).isEqualTo("/id/acting");
        visitor.open("/id/acting");
        assertThat(visitor.page().select("main").text())
                .contains("019••••••456")
                .doesNotContain("019088123456");
        visitor.send("/id/acting/ended");
        assertThat(log())
                .contains("identity.acting-ended for " + right, "identity.acting-ended for " + household)
                .doesNotContain("019088123456");
    }

    @Test
    void nobody_acts_by_somebody_else_s_right() throws Exception {
        String other = "kh" + UUID.randomUUID().toString().substring(0, 12);
        accounts.ensure(other, "Khác", PASSWORD, false);
        var stranger = new Visitor(mvc, "203.0.113.7");
        stranger.signIn(other, PASSWORD);
        stranger.open("/id/acting");
        assertThat(stranger.send("/id/acting/" + right).getStatus()).isEqualTo(404);
    }

    @Test
    void the_log_says_for_whom() throws Exception {
        begin();
        visitor.send("/id/acting/ended");
        assertThat(log())
                .contains("identity.acting-begun for " + right)
                .contains("identity.person-read for " + right)
                .contains("identity.acting-ended for " + right);
    }

    private String log() {
        return jdbc.sql("""
                        SELECT string_agg(action || ' ' || detail, E'\\n') FROM identity.access_log
                        WHERE account = :account
                        """)
                .param("account", parent.account())
                .query(String.class)
                .single();
    }

    @Test
    void a_handler_that_opens_to_who_acts_for_another_stands_here() {
        Set<String> open = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(handler -> {
                    Allow allow = handler.getMethodAnnotation(Allow.class);
                    return allow != null && allow.acting();
                })
                .map(handler -> handler.getBeanType().getSimpleName() + "."
                        + handler.getMethod().getName())
                .collect(Collectors.toSet());
        assertThat(open).isEqualTo(OPEN);
    }
}
