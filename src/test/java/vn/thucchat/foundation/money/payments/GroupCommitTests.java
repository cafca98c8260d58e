package vn.thucchat.foundation.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Import;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.testing.ApplicationTest;

/** What waits together is stored together, and nothing makes the others wait for ever. */
@ApplicationTest
@Import(GroupCommitTests.Breaking.class)
@NullMarked
class GroupCommitTests {

    /** A module whose reaction to a payment on one account breaks the machine, once. */
    static class Breaking implements ApplicationListener<PayloadApplicationEvent<PaymentsReceived>> {
        private volatile int account;

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<PaymentsReceived> event) {
            if (event.getPayload().payments().stream().noneMatch(payment -> payment.account() == account)) return;
            account = 0;
            throw new OutOfMemoryError("a test");
        }
    }

    @Autowired
    ApplicationContext application;

    @Autowired
    Breaking breaking;

    @Test
    @Timeout(60)
    void after_the_machine_failed_the_next_ones_are_stored() {
        var office = new Office(application);
        ReceivingAccount account = office.account();
        Teller teller = Teller.sepay(account.account()).amount(15_000);
        breaking.account = account.number();
        assertThatThrownBy(() -> office.hear(account, teller)).hasRootCauseMessage("a test");
        assertThat(office.movements(account)).isEmpty();
        office.hear(account, teller);
        assertThat(office.movements(account)).hasSize(1);
    }
}
