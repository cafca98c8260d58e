package vn.thucchat.foundation.notify.push;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.notify.contacts.ContactFixture.until;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.notify.contacts.ContactFixture;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.OwnForm;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** A browser that agreed gets the person's notices until its push service knows it no more; then the page asks anew. */
@ApplicationTest
@NullMarked
class BrowsersPageTests {

    @Autowired
    ContactFixture people;

    @Autowired
    Browsers browsers;

    @Autowired
    Inbox inbox;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    private final PushSink sink = new PushSink();

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void a_browser_gets_notices_until_it_is_gone_and_is_asked_anew() throws Exception {
        clock.moveTo(TestTime.today()
                .plusDays(1)
                .atTime(12, 0)
                .atZone(BusinessTime.VIETNAM)
                .toInstant());
        Actor person = people.person();
        var visitor = new Visitor(mvc, person);
        assertThat(visitor.page("/id/contacts", 200).select("[data-push] button"))
                .hasSize(1);
        assertThat(agree(person, "a")).isEqualTo(204);
        assertThat(agree(person, "a")).as("again").isEqualTo(204);
        assertThat(visitor.page("/id/contacts", 200).select("tbody tr")).hasSize(1);
        assertThat(visitor.page("/id/contacts", 200).select("main").text())
                .contains("Trình duyệt", "Đã xác nhận")
                .doesNotContain("endpoint");
        until(() -> sink.pushes().size() == 1);
        assertThat(sink.pushes().getFirst().text()).as("that it was added").contains("Một trình duyệt vừa được thêm");
        sink.fail(410);
        UUID id = transactions.execute(
                _ -> inbox.send(person.account(), "work.chased", "work.digest", List.of("3", "0"), "/work", null));
        until(() -> lost(visitor));
        assertThat(visitor.page("/notices/" + id, 200).select("tbody tr").text())
                .contains("HTTP 410");
    }

    @Test
    void a_digest_is_kept_for_a_browser_that_is_off_as_long_as_what_is_in_it_is_worth_something() throws Exception {
        var noon = TestTime.today().plusDays(1).atTime(12, 0).atZone(BusinessTime.VIETNAM);
        clock.moveTo(noon.toInstant());
        Actor person = people.person();
        assertThat(agree(person, "d")).isEqualTo(204);
        until(() -> sink.pushes().size() == 1);
        jdbc.sql("""
                        INSERT INTO notify.preference
                            (account, media, quiet_from, quiet_until, language, digest_hour, changed_at)
                        VALUES (:a, '{PUSH}', 0, 0, 'vi', 18, :now)""")
                .param("a", person.account())
                .param("now", noon.toOffsetDateTime())
                .update();
        transactions.execute(
                _ -> inbox.send(person.account(), "test.duty", "test.duty.text", List.of("4", "0"), "/work", null));
        until(() -> inbox.unseen(person) == 2);
        clock.moveTo(noon.plusHours(6).plusSeconds(1).toInstant());
        until(() -> sink.pushes().size() == 2);
        // made at noon, and worth two days
        assertThat(Integer.parseInt(sink.pushes().getLast().headers().getFirst("TTL")))
                .isBetween(41 * 3600, 42 * 3600);
    }

    private boolean lost(Visitor visitor) {
        try {
            return visitor.page("/id/contacts", 200).select("tbody .bad").text().contains("bật lại");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int agree(Actor person, String name) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/id/browsers")
                        .with(Persons.as(person))
                        .with(OwnForm.ownForm())
                        .contentType("application/json")
                        .content(new JsonMapper()
                                .writeValueAsString(Map.of(
                                        "endpoint", sink.endpoint(name),
                                        "p256dh", sink.p256dh(),
                                        "auth", sink.auth(),
                                        "key", browsers.key()))))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
