package vn.thucchat.foundation.notify.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.notify.channels.AddressKind;
import vn.thucchat.foundation.notify.channels.Media;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.testing.DemonstrationTest;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** In the demonstration nobody is written to, and nobody's own address is confirmed by a role that anybody may play. */
@DemonstrationTest
@NullMarked
class InventedPeopleTests {

    private static final String REAL = "that@example.vn";

    @Autowired
    ContactStore store;

    @Autowired
    ConfirmationStore codes;

    @Autowired
    Confirmations confirmations;

    @Autowired
    Contacts contacts;

    @Autowired
    Accounts accounts;

    @Autowired
    Media media;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Test
    void a_real_persons_address_gets_no_code_and_is_not_confirmed_by_one() throws Exception {
        UUID real =
                accounts.ensure("that.nguyen", "Nguyễn Thị Thật", null, false).id();
        UUID theirs = UUID.randomUUID();
        store.insert(real, theirs, AddressKind.EMAIL, REAL, TestTime.now());
        store.verify(real, theirs, TestTime.now());
        store.hold(store.mark(REAL), real, theirs, TestTime.now());
        Actor invented = invented();
        var visitor = new Visitor(mvc, invented);
        String page = Visitor.next(visitor.submit("/id/contacts", Map.of("kind", "EMAIL", "address", REAL)));
        UUID id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        assertThat(jdbc.sql("SELECT count(*) FROM notify.confirmation WHERE account = :a")
                        .param("a", invented.account())
                        .query(Integer.class)
                        .single())
                .isZero();
        UUID code = UUID.randomUUID();
        codes.insert(
                invented.account(),
                code,
                id,
                store.mark(REAL),
                TestTime.now(),
                TestTime.now().plusSeconds(86400 * 400L));
        Result result = contacts.confirm(invented, id, confirmations.code(code));
        assertThat(result).isInstanceOf(Result.Invalid.class);
        assertThat(store.holder(store.mark(REAL))).contains(new ContactStore.Holder(real, theirs));
    }

    @Test
    void what_is_kept_for_all_to_read_hides_the_address() throws Exception {
        var visitor = new Visitor(mvc, invented());
        visitor.submit("/id/contacts", Map.of("kind", "EMAIL", "address", "khoe.ten@example.vn"));
        ContactFixture.until(() -> box().contains("k•••@example.vn"));
        assertThat(box()).doesNotContain("khoe.ten");
    }

    @Test
    void no_channel_leads_outside() {
        for (Medium medium : Medium.values()) {
            assertThat(media.channel(medium, true).orElseThrow().host())
                    .as("kept")
                    .isEqualTo("demonstration");
            assertThat(media.channel(medium, false)).as("real people").isEmpty();
        }
    }

    private String box() {
        try {
            return new Visitor(mvc, Actor.STRANGER)
                    .page("/demonstration/outgoing", 200)
                    .select("main")
                    .text();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Actor invented() {
        var account = accounts.ensure("bia.dat" + System.nanoTime(), "Người Bịa", null, true);
        return new Actor(account.id(), account.username(), account.name(), true, java.util.List.of());
    }
}
