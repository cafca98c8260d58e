package vn.thucchat.foundation.money.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ApplicationContext;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.payments.Office;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;

/** Base of tests with an account of their own and software that is told what comes in on it. */
@NullMarked
abstract class WebhookTest {

    static final Actor TRADER = Persons.a(MarketRoles.TRADER, "05437");

    final Office office;
    final Webhooks webhooks;
    final WebhookStore store;
    private final WebhookSender sender;
    final MovableClock clock;
    final TillSoftware till = new TillSoftware();
    final ReceivingAccount account;
    final Webhook webhook;

    WebhookTest(ApplicationContext application, MovableClock clock) {
        this.clock = clock;
        office = new Office(application);
        webhooks = office.the(Webhooks.class);
        store = office.the(WebhookStore.class);
        sender = office.the(WebhookSender.class);
        account = office.account();
        webhook = added(account, till);
    }

    @BeforeEach
    void setClock() {
        clock.moveTo(TestTime.now());
    }

    @AfterEach
    void close() {
        webhooks.of(List.of(account.number())).forEach(one -> webhooks.end(TRADER, one));
        till.close();
        clock.moveTo(TestTime.now());
    }

    final Webhook added(ReceivingAccount to, TillSoftware software) {
        var added = (Webhooks.Adding.Added) webhooks.add(TRADER, to.number(), software.url());
        software.knowing(added.secret());
        return added.webhook();
    }

    final Webhook current() {
        return store.find(account.number(), webhook.id()).orElseThrow();
    }

    final void failedTimes(int times) {
        TillSoftware.until(() -> current().attempts() >= times);
        assertThat(current().attempts()).isEqualTo(times);
    }

    /** To the time of its next try, which is looked for at once. */
    final void skipTo(Webhook failing) {
        clock.moveTo(Objects.requireNonNull(failing.nextAt()).plusMillis(1));
        sender.lookWhoseTimeHasCome();
    }

    static List<Long> thousands(int count) {
        return LongStream.rangeClosed(1, count).map(i -> i * 1_000).boxed().toList();
    }
}
