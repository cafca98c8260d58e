package vn.thucchat.foundation.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.delivery.HandOver;
import vn.thucchat.foundation.delivery.HandOverLedger;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.Visitor;

/** A person is told within the application, opens what is new, and is led to where to act. */
@ApplicationTest
@NullMarked
class InboxPageTests {

    @Autowired
    Inbox inbox;

    @Autowired
    HandOverLedger ledger;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private final Actor person = new Actor(UUID.randomUUID(), "nguoi.nhan", "Nguyễn Văn Nhận", false, List.of());

    @Test
    void a_message_is_counted_on_every_page_until_it_is_opened() throws Exception {
        assertThat(visitor().page("/inbox", 200).select(".empty")).hasSize(1);
        assertThat(visitor().page("/scorecard", 200).select("header .unseen")).isEmpty();

        UUID id = send("42", "/scorecard?unit=19");
        assertThat(visitor()
                        .page("/scorecard", 200)
                        .select("header .unseen[href=/inbox] .vh")
                        .text())
                .isEqualTo("1 tin chưa mở");
        assertThat(visitor()
                        .page("/inbox/unseen", 200)
                        .select("a.unseen[href=/inbox] .vh")
                        .text())
                .as("what the number on a page asks for")
                .isEqualTo("1 tin chưa mở");
        Document list = visitor().page("/inbox", 200);
        assertThat(list.select("tbody th b").text()).isEqualTo("42 tin chưa mở");
        assertThat(visitor().page("/inbox?lang=en", 200).select("tbody th b").text())
                .isEqualTo("42 unopened messages");

        String open = list.select("tbody form").attr("action");
        assertThat(open).isEqualTo("/inbox/" + id + "/opened");
        assertThat(Visitor.next(visitor().submit(open, Map.of()))).isEqualTo("/scorecard?unit=19");
        assertThat(visitor().page("/scorecard", 200).select("header .unseen")).isEmpty();
        assertThat(visitor().page("/inbox", 200).select("tbody tr"))
                .as("nothing is deleted")
                .hasSize(1);
        assertThat(Visitor.next(visitor().submit(open, Map.of()))).as("again").isEqualTo("/scorecard?unit=19");
    }

    @Test
    void nobody_reads_or_opens_the_message_of_another() throws Exception {
        UUID id = send("7", "/scorecard");
        var other = new Actor(UUID.randomUUID(), "nguoi.khac", "Trần Thị Khác", false, List.of());
        var stranger = new Visitor(mvc, other);
        assertThat(stranger.page("/inbox", 200).select("tbody tr")).isEmpty();
        assertThat(stranger.page("/inbox/unseen", 200).select("a")).isEmpty();
        assertThat(new Visitor(mvc, Actor.STRANGER).page("/help", 404).select("script[src*=unseen]"))
                .as("nothing for strangers")
                .isEmpty();
        assertThat(stranger.submit("/inbox/" + id + "/opened", Map.of()).getStatus())
                .isEqualTo(404);
        assertThat(inbox.unseen(person)).isEqualTo(1);
        assertThat(inbox.unseen(Actor.STRANGER)).isZero();
    }

    @Test
    void more_than_a_page_is_paged_and_counted_up_to_a_hundred() throws Exception {
        for (int i = 1; i <= 120; i++) write(Integer.toString(i), "/scorecard", false);
        waitFor(100);
        // they come in any order
        until(() -> jdbc.sql("SELECT count(*) FROM delivery.inbox_message WHERE recipient = :person")
                        .param("person", person.account())
                        .query(Integer.class)
                        .single()
                == 120);
        Document first = visitor().page("/inbox", 200);
        assertThat(first.select("header .unseen").text()).startsWith("✉ 99+");
        assertThat(first.select("tbody tr")).hasSize(50);
        Document second = visitor().page(first.select(".pager a[rel=next]").attr("href"), 200);
        Document third = visitor().page(second.select(".pager a[rel=next]").attr("href"), 200);
        assertThat(third.select("tbody tr")).hasSize(20);
        assertThat(third.select("tbody th b").eachText().getLast()).isEqualTo("1 tin chưa mở");
        assertThat(third.select(".pager a[rel=next]")).isEmpty();
    }

    @Test
    void a_message_belongs_to_an_act_and_its_opening_to_the_ledger() throws Exception {
        assertThatThrownBy(() -> inbox.send(person.account(), "work.due", "layout.unseen", List.of(), "/", null))
                .as("there is no act")
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> write("1", "/scorecard", true)).hasMessage("undone");
        UUID id = send("2", "/scorecard");
        assertThat(inbox.of(person, Cursor.START).items())
                .extracting(message -> message.id())
                .containsExactly(id);

        clock.moveTo(clock.instant().plus(Duration.ofHours(2)));
        assertThat(overdue()).contains(id);
        visitor().submit("/inbox/" + id + "/opened", Map.of());
        assertThat(overdue()).doesNotContain(id);
    }

    private List<UUID> overdue() {
        var all = new ArrayList<UUID>();
        String next = "";
        while (next != null) {
            var part = ledger.entries(
                    Persons.a(Roles.ADMINISTRATOR, "19"), HandOver.State.OVERDUE, "inbox", Cursor.read(next));
            part.items().forEach(entry -> all.add(entry.id()));
            next = part.nextCursor();
        }
        return all;
    }

    @Test
    void a_message_whose_text_is_gone_says_where_it_leads() throws Exception {
        transactions.executeWithoutResult(
                _ -> inbox.send(person.account(), "work.due", "no.such-text", List.of(), "/scorecard", null));
        waitFor(1);
        assertThat(visitor().page("/inbox", 200).select("tbody th b").text()).isEqualTo("/scorecard");
    }

    private Visitor visitor() {
        return new Visitor(mvc, person);
    }

    /** Sends one, due within the hour, and waits until it is there. */
    private UUID send(String argument, String link) {
        int before = inbox.unseen(person);
        UUID id = write(argument, link, false);
        waitFor(before + 1);
        return id;
    }

    private UUID write(String argument, String link, boolean undone) {
        return Objects.requireNonNull(transactions.<@Nullable UUID>execute(_ -> {
            UUID id = inbox.send(
                    person.account(),
                    "work.due",
                    "layout.unseen",
                    List.of(argument),
                    link,
                    clock.instant().plus(Duration.ofHours(1)));
            if (undone) throw new IllegalStateException("undone");
            return id;
        }));
    }

    private void waitFor(int count) {
        until(() -> inbox.unseen(person) >= count);
    }

    private static void until(java.util.function.BooleanSupplier reached) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!reached.getAsBoolean() && System.nanoTime() < end) LockSupport.parkNanos(10_000_000);
        assertThat(reached.getAsBoolean()).isTrue();
    }
}
