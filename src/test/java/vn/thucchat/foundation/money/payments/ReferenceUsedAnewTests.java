package vn.thucchat.foundation.money.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.bankfeeds.NotificationTest;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.testing.TestTime;

/** Which messages tell of one movement: banks use their references anew. */
@NullMarked
class ReferenceUsedAnewTests extends NotificationTest {

    private static final LocalDateTime NOW = TestTime.local().withNano(0);

    @ParameterizedTest
    @EnumSource
    void messages_with_two_numbers_are_two_movements_whatever_the_reference(Provider provider) throws Exception {
        ReceivingAccount account = account(provider, ReceivingAccount.Purpose.OWNER);
        for (int days : List.of(1, 0, 0))
            for (String reference : List.of("5245.90001", "NONREF"))
                assertThat(send(account, told(provider, account, reference).at(NOW.minusDays(days))))
                        .isEqualTo(200);
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 6L);
        assertThat(payments.total(List.of(account.number()), today().minusDays(1), today()))
                .isEqualTo(new Payments.Total(6, 90_000));
    }

    @ParameterizedTest
    @EnumSource
    void a_message_sent_thirty_times_at_once_is_stored_once(Provider provider) throws Exception {
        ReceivingAccount account = account(provider, ReceivingAccount.Purpose.OWNER);
        Teller teller = told(provider, account, "5245.90001");
        var sendings = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 30; i++) sendings.add(() -> send(account, teller));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : threads.invokeAll(sendings)) assertThat(sent.get()).isEqualTo(200);
        }
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 1L);
    }

    @Test
    void another_provider_tells_of_the_same_movement_by_reference_day_amount_and_direction() throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        for (int i = 0; i < 2; i++)
            send(account, told(Provider.SEPAY, account, "FT7").at(NOW));
        ReceivingAccount moved = moved(account, Provider.CASSO);
        var again = new ArrayList<Teller>();
        for (int i = 0; i < 3; i++)
            again.add(told(Provider.CASSO, account, "FT7").at(NOW));
        for (Teller teller : again) assertThat(send(moved, teller)).isEqualTo(200);
        assertThat(payments.last(List.of(account.number())))
                .as("two were told by both, the third by one")
                .containsEntry(account.number(), 3L);
        for (Teller teller : again) send(moved, teller);
        assertThat(payments.last(List.of(account.number()))).as("sent again").containsEntry(account.number(), 3L);
        send(moved, told(Provider.CASSO, account, "FT7").at(NOW).amount(16_000));
        send(moved, told(Provider.CASSO, account, "FT7").at(NOW).amount(-15_000));
        send(moved, told(Provider.CASSO, account, "FT7").at(NOW.minusDays(9)));
        assertThat(payments.last(List.of(account.number())))
                .as("another amount, direction, day")
                .containsEntry(account.number(), 6L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONREF", "NOTPROVIDED", "n/a", "-", "0000", "NAPAS247", "nonref"})
    void a_placeholder_knows_nothing_again(String word) throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        send(account, told(Provider.SEPAY, account, word).at(NOW));
        ReceivingAccount moved = moved(account, Provider.CASSO);
        send(moved, told(Provider.CASSO, account, word).at(NOW));
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 2L);
        assertThat(last(account).reference()).isNull();
    }

    private static Teller told(Provider provider, ReceivingAccount account, String reference) {
        String field = switch (provider) {
            case SEPAY, SEPAY_KEY -> "referenceCode";
            case CASSO, PAYOS -> "reference";
            case CASSO_TOKEN -> "tid";
        };
        return Teller.of(provider, account.account()).with(field, reference);
    }

    /** The account as heard of by a connection to another provider from now on. */
    private ReceivingAccount moved(ReceivingAccount account, Provider provider) {
        String connection = java.util.Objects.requireNonNull(
                account(provider, ReceivingAccount.Purpose.OWNER).connection());
        jdbc.sql("UPDATE payments.account SET connection = :connection WHERE number = :number")
                .params(Map.of("connection", connection, "number", account.number()))
                .update();
        return accounts.find(account.number()).orElseThrow();
    }
}
