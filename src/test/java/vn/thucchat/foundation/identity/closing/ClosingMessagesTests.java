package vn.thucchat.foundation.identity.closing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.requests.PersonalDataDeletion;
import vn.thucchat.foundation.notify.channels.AddressKind;
import vn.thucchat.foundation.notify.contacts.ContactFixture;
import vn.thucchat.foundation.notify.contacts.Contacts;
import vn.thucchat.testing.DemonstrationTest;
import vn.thucchat.testing.Visitor;

/** The last message reaches an address that the account does not have any more. */
@DemonstrationTest
@NullMarked
class ClosingMessagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Contacts contacts;

    @Autowired
    ClosingMessages closing;

    @Autowired
    PersonalDataDeletion deletion;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void the_last_message_is_sent_after_its_address_was_deleted() {
        accounts.ensure("sap.dong", "Người Sắp Đóng (minh họa)", null, true);
        Actor owner = accounts.actor("sap.dong").orElseThrow();
        contacts.ensure(owner.account(), AddressKind.EMAIL, "sap.dong@vidu.example");
        transactions.executeWithoutResult(_ -> {
            closing.send(owner);
            deletion.delete(owner.account());
        });
        assertThat(contacts.of(owner)).isEmpty();
        ContactFixture.until(() -> box().contains("sap.dong đã đóng theo yêu cầu"));
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
}
