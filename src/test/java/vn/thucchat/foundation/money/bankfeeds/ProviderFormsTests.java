package vn.thucchat.foundation.money.bankfeeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.testing.TestTime;

/** What each provider sends in its own forms, failures and oddities among them. */
@NullMarked
class ProviderFormsTests extends NotificationTest {

    @ParameterizedTest
    @EnumSource(names = {"CASSO", "PAYOS"})
    void a_number_that_no_memory_holds_is_a_wrong_signature(Provider provider) throws Exception {
        ReceivingAccount account = account(provider, ReceivingAccount.Purpose.OWNER);
        String body = "{\"data\":{\"a\":1e999999999},\"signature\":\"" + "0".repeat(64) + "\"}";
        var headers = Map.of("x-casso-signature", "t=" + TestTime.now().toEpochMilli() + ",v1=" + "0".repeat(128));
        assertThat(send(account, body, headers)).isEqualTo(401);
    }

    @Test
    void what_payos_says_has_failed_is_taken_note_of_and_is_no_money() throws Exception {
        ReceivingAccount account = account(Provider.PAYOS, ReceivingAccount.Purpose.OWNER);
        Teller failed = Teller.of(Provider.PAYOS, account.account()).with("code", "01");
        assertThat(send(account, failed)).isEqualTo(200);
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 0L);
        assertThat(send(account, failed.with("code", "00"))).isEqualTo(200);
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 1L);
    }

    @ParameterizedTest
    @EnumSource(names = {"CASSO", "CASSO_TOKEN"})
    void what_casso_says_with_an_error_is_taken_note_of_and_is_no_money(Provider provider) throws Exception {
        ReceivingAccount account = account(provider, ReceivingAccount.Purpose.OWNER);
        Teller teller = Teller.of(provider, account.account());
        String failed = teller.body().replace("\"error\":0", "\"error\":101");
        assertThat(send(account, failed, teller.headers(failed))).isEqualTo(200);
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 0L);
    }

    @Test
    void an_api_key_s_scheme_may_be_written_in_any_case() throws Exception {
        ReceivingAccount account = account(Provider.SEPAY_KEY, ReceivingAccount.Purpose.OWNER);
        String body = Teller.of(Provider.SEPAY_KEY, account.account()).body();
        for (String scheme : List.of("apikey ", "APIKEY ", "Apikey  "))
            assertThat(send(account, body, Map.of("authorization", scheme + Teller.SECRET)))
                    .as(scheme)
                    .isEqualTo(200);
        for (String wrong : List.of("Apikey", "Apikey ", "Bearer " + Teller.SECRET, "Apikey" + Teller.SECRET))
            assertThat(send(account, body, Map.of("authorization", wrong)))
                    .as(wrong)
                    .isEqualTo(401);
    }

    @Test
    void sepay_without_a_number_is_known_by_all_that_tells_it_from_another() throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        String long100 = "FT" + "9".repeat(98);
        for (String reference : List.of("FT1", long100, "", "NONREF")) {
            Teller silent = Teller.sepay(account.account()).with("id", "").with("referenceCode", reference);
            for (int i = 0; i < 2; i++) assertThat(send(account, silent)).isEqualTo(200);
        }
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 4L);
        Teller first = Teller.sepay(account.account()).with("id", "").with("referenceCode", "FT1");
        assertThat(send(account, first.amount(16_000))).isEqualTo(200);
        assertThat(send(account, first.with("transactionDate", "2026-11-01 09:00:00")))
                .isEqualTo(200);
        assertThat(send(account, first.with("accumulated", 99_000))).isEqualTo(200);
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 7L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-08-11 14:02:37.123456",
                "2026-08-11T14:02:37.123456",
                "2026-08-11T14:02:37.123456789",
                "2026-08-11T07:02:37.123456Z",
                "2026-08-11 14:02:37.123456+07:00"
            })
    void a_time_may_be_finer_than_seconds(String time) throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.OWNER);
        assertThat(send(account, Teller.sepay(account.account()).with("transactionDate", time)))
                .isEqualTo(200);
        assertThat(last(account).at()).isEqualTo(Instant.parse("2026-08-11T07:02:37.123456Z"));
    }

    @Test
    void sepay_s_bank_hub_spells_its_fields_in_another_way() throws Exception {
        ReceivingAccount account = account(Provider.SEPAY, ReceivingAccount.Purpose.CHARGES);
        Payable rent = ask(account, 200_000);
        String body = """
                {"gateway":"Vietcombank","transaction_date":"2026-08-11 14:02:37","account_number":"%s",
                "bank_account_xid":"x1","va":null,"payment_code":"%s","content":"tien quay","transfer_type":"credit",
                "amount":200000,"reference_code":"FT77","accumulated":19077000,"transaction_id":"9a-1"}""".formatted(account.account(), rent.code());
        for (int i = 0; i < 2; i++)
            assertThat(send(account, body, Teller.sepay("").headers(body))).isEqualTo(200);
        assertThat(last(account)).satisfies(movement -> {
            assertThat(movement.number()).isEqualTo(1);
            assertThat(movement.outcome()).isEqualTo(MatchStatus.MATCHED);
            assertThat(movement.reference()).isEqualTo("FT77");
            assertThat(movement.sourceId()).isEqualTo("9a-1");
        });
        String debit = body.replace("credit", "debit").replace("9a-1", "9a-2").replace("FT77", "FT78");
        assertThat(send(account, debit, Teller.sepay("").headers(debit))).isEqualTo(200);
        assertThat(last(account).outcome()).isEqualTo(MatchStatus.IGNORED_DEBIT);
        String odd = body.replace("credit", "in");
        assertThat(send(account, odd, Teller.sepay("").headers(odd))).isEqualTo(422);
    }
}
