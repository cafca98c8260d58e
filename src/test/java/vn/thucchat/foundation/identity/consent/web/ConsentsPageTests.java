package vn.thucchat.foundation.identity.consent.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.consent.Consents;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.Visitor;

/** Each purpose is consented to by itself, withdrawn as easily, proved afterwards. */
@ApplicationTest
@NullMarked
class ConsentsPageTests {

    private static final String EMAIL = "notify.optional-email";
    private static final String PHONE = "notify.optional-phone";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Consents consents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Actor person = Actor.STRANGER;
    private Visitor visitor = new Visitor(mvc, person);

    @BeforeEach
    void somebody() {
        person = account();
        visitor = new Visitor(mvc, person);
    }

    @Test
    void a_stranger_reads_what_is_held_and_why() throws Exception {
        Document page = new Visitor(mvc, Actor.STRANGER).page("/id/purposes", 200);
        assertThat(page.select("details").eachAttr("id"))
                .contains(EMAIL, PHONE, "identity.account", "identity.log", "identity.person", "market.trader");
        assertThat(page.select("[id=" + EMAIL + "]").text()).contains("Cần bạn đồng ý", "Ai nhận", "Giữ bao lâu");
        assertThat(new Visitor(mvc, Actor.STRANGER)
                        .page("/id/purposes?lang=en", 200)
                        .text())
                .contains("Needs your consent");
    }

    @Test
    void silence_is_no_consent_and_a_withdrawal_holds_at_once() throws Exception {
        Document page = visitor.page("/id/consents", 200);
        assertThat(page.select("main input[type=checkbox], main input[checked]"))
                .as("nothing is ticked before")
                .isEmpty();
        assertThat(consents.holds(person.account(), EMAIL)).isFalse();
        assertThat(give(EMAIL)).isEqualTo(303);
        assertThat(consents.holds(person.account(), EMAIL)).isTrue();
        assertThat(consents.holds(person.account(), PHONE)).as("each by itself").isFalse();
        assertThat(give(EMAIL)).as("again").isEqualTo(303);
        assertThat(visitor.page("/id/consents", 200)
                        .select("[id=" + EMAIL + "]")
                        .text())
                .contains("Bạn đã đồng ý lúc");

        assertThat(visitor.submit("/id/consents/" + EMAIL + "/withdrawn", Map.of())
                        .getStatus())
                .isEqualTo(303);
        assertThat(consents.holds(person.account(), EMAIL)).isFalse();
        assertThat(visitor.submit("/id/consents/" + EMAIL + "/withdrawn", Map.of())
                        .getStatus())
                .as("again")
                .isEqualTo(303);
        assertThat(visitor.page("/id/consents", 200).select("tbody tr")).hasSize(2);
        assertThat(give(EMAIL)).isEqualTo(303);
        assertThat(consents.holds(person.account(), EMAIL)).isTrue();
    }

    @Test
    void what_was_consented_to_is_proved_by_its_words_and_a_mark() throws Exception {
        give(EMAIL);
        String record = visitor.page("/id/consents", 200).select("tbody a").attr("href");
        assertThat(visitor.page(record, 200).text())
                .contains("Bằng chứng đồng ý", person.name(), "Gửi tin không bắt buộc vào thư điện tử", "Ai nhận: ")
                .doesNotContain("không khớp");
        assertThat(new Visitor(mvc, account()).open(record).getStatus())
                .as("another's")
                .isEqualTo(404);
        String json = visitor.open("/api/v1/me/consents").getContentAsString();
        assertThat(json).contains("\"purpose\":\"" + EMAIL + "\"", "\"act\":\"GIVEN\"", "\"nextCursor\":null");
        assertThat(new Visitor(mvc, account()).open("/api/v1/me/consents").getContentAsString())
                .contains("\"items\":[]");

        jdbc.sql("""
                        INSERT INTO identity.consent_act
                            (account, id, purpose, no, given, version, text_hash, channel, proof, at)
                        SELECT account, gen_random_uuid(), purpose, no + 1, given, version, text_hash, channel, proof, at
                        FROM identity.consent_act WHERE account = :account
                        """).param("account", person.account()).update();
        assertThat(visitor.page("/id/consents", 200).select("tbody a").eachAttr("href").stream()
                        .filter(path -> {
                            try {
                                return visitor.page(path, 200).text().contains("không khớp");
                            } catch (Exception broken) {
                                throw new IllegalStateException(broken);
                            }
                        }))
                .as("a line that somebody made beside the platform")
                .hasSize(1);
    }

    @Test
    void words_that_changed_under_the_reader_take_no_consent() throws Exception {
        var stale = visitor.submit("/id/consents/" + EMAIL + "/given", Map.of("text", "0".repeat(64)));
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(visitor.submit("/id/consents/identity.account/given", Map.of("text", ""))
                        .getStatus())
                .as("no consent is asked")
                .isEqualTo(404);
        assertThat(visitor.submit("/id/consents/no.such/withdrawn", Map.of()).getStatus())
                .isEqualTo(404);
        assertThat(consents.holds(person.account(), EMAIL)).isFalse();
    }

    private int give(String purpose) throws Exception {
        String text = visitor.page("/id/consents", 200)
                .select("#" + purpose.replace(".", "\\.") + " input[name=text]")
                .val();
        return visitor.submit(
                        "/id/consents/" + purpose + "/given", Map.of("text", text.isEmpty() ? hash(purpose) : text))
                .getStatus();
    }

    /** Of the words that the record shows, where the page has no button to consent any more. */
    private String hash(String purpose) {
        return jdbc.sql(
                        "SELECT text_hash FROM identity.consent_act WHERE account = :account AND purpose = :purpose LIMIT 1")
                .param("account", person.account())
                .param("purpose", purpose)
                .query(String.class)
                .single();
    }

    private Actor account() {
        String username = "d" + Ids.next(clock).toString().substring(24);
        accounts.ensure(username, "Người Đồng Ý", null, false);
        return accounts.actor(username).orElseThrow();
    }
}
