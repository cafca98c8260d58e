package vn.thucchat.foundation.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.Visitor;

/** An administrator of the province sees which messages are expected to be opened, and which are overdue. */
@ApplicationTest
@NullMarked
class HandOverPageTests {

    private static final String PATH = "/admin/hand-overs";

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

    private final Actor person = new Actor(UUID.randomUUID(), "nguoi.nhan", "Lê Văn Nhận", false, List.of());
    private Visitor administrator;

    @BeforeEach
    void visit() {
        administrator = visitor(Persons.a(Roles.ADMINISTRATOR, "19"));
    }

    @Test
    void a_message_is_expected_then_overdue_then_seen_and_each_line_opens() throws Exception {
        UUID id = Objects.requireNonNull(transactions.execute(_ -> inbox.send(
                person.account(),
                "work.due",
                "layout.unseen",
                List.of("7"),
                "/work",
                clock.instant().plus(Duration.ofHours(1)))));
        assertThat(listed("EXPECTED", id)).isTrue();
        assertThat(listed("OVERDUE", id)).isFalse();
        clock.moveTo(clock.instant().plus(Duration.ofHours(2)));
        assertThat(listed("EXPECTED", id)).isFalse();
        assertThat(listed("OVERDUE", id)).isTrue();

        Document look = administrator.page(PATH + "/" + id, 200);
        assertThat(look.select("dl.pairs dd").eachText())
                .contains("Quá hạn, chưa mở", id.toString(), person.account().toString());
        assertThat(jdbc.sql("SELECT count(*) FROM identity.access_log WHERE action = :action AND object = :object")
                        .param("action", "delivery.hand-over-viewed")
                        .param("object", PATH + "/" + id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        jdbc.sql("UPDATE delivery.outbox_message SET seen_at = :now WHERE id = :id")
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("id", id)
                .update();
        assertThat(listed("OVERDUE", id)).isFalse();
        assertThat(listed("SEEN", id)).isTrue();
        assertThat(administrator
                        .page(PATH + "/" + id + "?lang=en", 200)
                        .select("dd")
                        .text())
                .contains("Opened");
    }

    @Test
    void filters_are_named_and_what_there_is_not_is_said() throws Exception {
        Document page = administrator.page(PATH, 200);
        assertThat(page.select("label[for=state], label[for=channel]")).hasSize(2);
        assertThat(page.select("h1").text()).isEqualTo("Sổ giao tin");
        administrator.page(PATH + "?state=LOST", 400);
        administrator.page(PATH + "?channel=pigeon", 400);
        administrator.page(PATH + "?cursor=AA", 400);
        administrator.page(PATH + "/" + UUID.randomUUID(), 404);
        for (Actor other : List.of(Persons.a(Roles.ADMINISTRATOR, "05443"), Persons.a(Roles.AUDITOR, "19")))
            visitor(other).page(PATH, 403);
    }

    /** Whether the message is on one of the pages of a state. */
    private boolean listed(String state, UUID id) throws Exception {
        String next = PATH + "?state=" + state + "&channel=inbox";
        while (!next.isEmpty()) {
            Document page = administrator.page(next, 200);
            if (!page.select("tbody a[href=" + PATH + "/" + id + "]").isEmpty()) return true;
            next = page.select(".pager a[rel=next]").attr("href");
        }
        return false;
    }

    private Visitor visitor(Actor actor) {
        return new Visitor(mvc, actor);
    }
}
