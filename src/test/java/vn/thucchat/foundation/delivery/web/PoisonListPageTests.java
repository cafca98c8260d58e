package vn.thucchat.foundation.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.thucchat.testing.OwnForm.ownForm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

/** An administrator of the province sees what was given up and why, looks at it, and has it tried again. */
@ApplicationTest
@NullMarked
class PoisonListPageTests {

    private static final String PATH = "/admin/deliveries";

    @Autowired
    Inbox inbox;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private final Actor person = new Actor(UUID.randomUUID(), "nguoi.cho", "Lê Văn Chờ", false, List.of());
    private final Actor administrator = Persons.a(Roles.ADMINISTRATOR, "19");

    /** A message that is in the poison list, though its channel would take it. */
    private UUID given;

    @BeforeEach
    void giveUp() {
        given = Objects.requireNonNull(transactions.execute(_ -> {
            UUID id = inbox.send(person.account(), "work.due", "layout.unseen", List.of("7"), "/work", null);
            jdbc.sql("""
                            UPDATE delivery.outbox_message SET state = 'POISONED', next_at = NULL, attempts = 1234,
                                last_error = 'the door was shut'
                            WHERE recipient = :person AND id = :id""")
                    .param("person", person.account().toString())
                    .param("id", id)
                    .update();
            return id;
        }));
    }

    @Test
    void a_place_that_no_list_wrote_leads_to_its_beginning() throws Exception {
        for (String forged : List.of(Cursor.of(99_999_999_999L, given), Cursor.of("x", given), "!!"))
            visitor(administrator).page(PATH + "?sort=ATTEMPTS&cursor=" + forged, 400);
    }

    @Test
    void the_list_says_what_where_since_when_and_why() throws Exception {
        Document list = visitor(administrator).page(PATH, 200);
        var row = list.select("tbody tr").stream()
                .filter(one -> one.text().contains(given.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(row.select("th a").text()).isEqualTo("Hộp tin");
        assertThat(row.select("td:not(.pick)").eachText()).hasSize(3).endsWith("1.234", "the door was shut");
        assertThat(list.text())
                .as("whose is not listed")
                .doesNotContain(person.account().toString());
        assertThat(list.select("nav a[href=" + PATH + "]").text()).isEqualTo("Tin không gửi được");
        assertThat(visitor(administrator)
                        .page(PATH + "?lang=en", 200)
                        .select("h1")
                        .text())
                .isEqualTo("Undelivered messages");
    }

    @Test
    void it_is_tried_again_after_a_look_and_both_are_logged() throws Exception {
        Document look = visitor(administrator).page(PATH + "/" + given, 200);
        assertThat(look.select("dl.pairs dd").eachText())
                .contains(given.toString(), person.account().toString(), "the door was shut");
        assertThat(look.text()).as("what it says").doesNotContain("layout.unseen");
        assertThat(logged("delivery.message-viewed")).isEqualTo(1);
        assertThat(inbox.unseen(person)).isZero();

        String again = look.select("main form").attr("action");
        assertThat(Visitor.next(visitor(administrator).submit(again, Map.of()))).isEqualTo(PATH);
        until(() -> inbox.unseen(person) == 1);
        assertThat(logged("delivery.message-retried")).isEqualTo(1);
        assertThat(visitor(administrator).page(PATH, 200).text()).doesNotContain(given.toString());
        assertThat(visitor(administrator).submit(again, Map.of()).getStatus())
                .as("again")
                .isEqualTo(404);
        visitor(administrator).page(PATH + "/" + given, 404);
    }

    @Test
    void several_are_tried_again_after_a_look_and_each_is_checked_again() throws Exception {
        UUID first = given;
        giveUp();
        Document list = visitor(administrator).page(PATH + "?sort=-SINCE&channel=inbox", 200);
        assertThat(list.select("input[name=chosen]").eachAttr("value")).contains(first.toString(), given.toString());
        assertThat(list.select("td.pick label").eachText()).allMatch(text -> text.startsWith("Chọn Hộp tin "));
        String look = list.select("#chosen button").attr("formaction");
        String both = "?chosen=" + first + "&chosen=" + given;
        Document before = visitor(administrator).page(look + both, 200);
        assertThat(before.select("h1").text()).isEqualTo("Thử gửi lại 2 tin");
        assertThat(before.select("main form input[name=chosen]").val().split(",", -1))
                .as("all rows in one field")
                .containsExactlyInAnyOrder(first.toString(), given.toString());
        assertThat(before.select("main .log li").text()).contains("the door was shut");
        assertThat(inbox.unseen(person)).as("nothing was changed by looking").isZero();

        // another administrator is faster with one of them
        visitor(administrator).submit(PATH + "/" + first + "/retried", Map.of());
        var answer = mvc.perform(post(before.select("main form").attr("action"))
                        .param(
                                "chosen",
                                before.select("main form input[name=chosen]").val())
                        .with(Persons.as(administrator))
                        .with(ownForm()))
                .andReturn()
                .getResponse();
        assertThat(Visitor.next(answer)).isEqualTo(PATH);
        until(() -> inbox.unseen(person) == 2);
        assertThat(logged("delivery.message-retried")).isEqualTo(1);
        assertThat(visitor(administrator)
                        .page(look + both, 200)
                        .select(".warned")
                        .text())
                .contains("2 tin đã chọn không còn");
        visitor(administrator).page(look, 400);
        visitor(administrator).page(look + "?chosen=x", 400);
        Actor invented = Persons.synthetic(Roles.ADMINISTRATOR, "19");
        visitor(invented).page(look + both, 403);
        assertThat(visitor(invented).page(PATH, 200).select("input[name=chosen]"))
                .isEmpty();
    }

    @Test
    void the_list_is_sorted_by_a_heading_and_filtered_by_channel() throws Exception {
        for (String sort : List.of("ATTEMPTS", "-ATTEMPTS", "SINCE", "-SINCE")) {
            Document list = visitor(administrator).page(PATH + "?sort=" + sort, 200);
            assertThat(list.select("thead th[aria-sort]")).hasSize(1);
            assertThat(list.select("thead th[aria-sort=descending]").isEmpty()).isNotEqualTo(sort.startsWith("-"));
            assertThat(list.select("thead a")).hasSize(2);
        }
        visitor(administrator).page(PATH + "?sort=id", 400);
        visitor(administrator).page(PATH + "?channel=pigeon", 400);
        visitor(administrator).page(PATH + "?cursor=nonsense", 400);
    }

    @Test
    void nobody_else_reads_it_and_no_demonstration_account_has_it_tried_again() throws Exception {
        for (Actor other : List.of(
                Persons.a(Roles.ADMINISTRATOR, "05443"),
                Persons.a(Roles.LEADER, "19"),
                Persons.a(Roles.AUDITOR, "19"))) {
            visitor(other).page(PATH, 403);
            visitor(other).page(PATH + "/" + given, 403);
            assertThat(retried(other)).isEqualTo(403);
        }
        Actor invented = Persons.synthetic(Roles.ADMINISTRATOR, "19");
        Document look = visitor(invented).page(PATH + "/" + given, 200);
        assertThat(look.select("main form")).isEmpty();
        assertThat(look.select(".notice").text()).contains("tài khoản minh họa thì không");
        assertThat(retried(invented)).isEqualTo(403);
        assertThat(visitor(administrator).page(PATH, 200).text()).contains(given.toString());
    }

    private int retried(Actor actor) throws Exception {
        return visitor(actor).submit(PATH + "/" + given + "/retried", Map.of()).getStatus();
    }

    private int logged(String action) {
        return jdbc.sql("SELECT count(*) FROM identity.access_log WHERE action = :action AND object = :object")
                .param("action", action)
                .param("object", PATH + "/" + given)
                .query(Integer.class)
                .single();
    }

    private Visitor visitor(Actor actor) {
        return new Visitor(mvc, actor);
    }

    private static void until(BooleanSupplier reached) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!reached.getAsBoolean() && System.nanoTime() < end) LockSupport.parkNanos(10_000_000);
        assertThat(reached.getAsBoolean()).isTrue();
    }
}
