package vn.thucchat.foundation.money.bankfeeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;

/** Casso's webhook V1 in the forms that it sends: days, virtual accounts, trials, several movements. */
@NullMarked
class CassoFormsTests extends NotificationTest {

    private static final Map<String, String> TOKEN = Map.of("secure-token", Teller.SECRET);

    private static String one(String id, String account, String more) {
        return """
                {"id":%s,"tid":"FT%s","description":"KHACH TRA","amount":25000,"cusum_balance":1,"when":"2026-11-20",\
                "bank_sub_acc_id":"%s","subAccId":"%s","virtualAccount":"","virtualAccountName":"",\
                "corresponsiveName":"NGUYEN VAN A","corresponsiveAccount":"0123"%s}""".formatted(id, id, account, account, more);
    }

    private static String all(String... movements) {
        return "{\"error\":0,\"data\":[" + String.join(",", movements) + "]}";
    }

    @Test
    void a_day_without_a_time_is_its_beginning() throws Exception {
        ReceivingAccount account = account(Provider.CASSO_TOKEN, ReceivingAccount.Purpose.OWNER);
        String body = all(one("881001", account.account(), ""));
        for (int i = 0; i < 2; i++) assertThat(send(account, body, TOKEN)).isEqualTo(200);
        assertThat(payments.after(Map.of(account.number(), 0L), 9))
                .singleElement()
                .satisfies(movement -> {
                    assertThat(movement.at()).isEqualTo(Instant.parse("2026-11-19T17:00:00Z"));
                    assertThat(movement.day()).isEqualTo("2026-11-20");
                    assertThat(movement.amountVnd()).isEqualTo(25_000);
                });
    }

    @ParameterizedTest
    @CsvSource({"bank_sub_acc_id, subAccId", "subAccId, bank_sub_acc_id", "virtualAccount, subAccId"})
    void the_account_stands_in_any_of_three_fields(String field, String other) throws Exception {
        ReceivingAccount account = account(Provider.CASSO_TOKEN, ReceivingAccount.Purpose.OWNER);
        for (String empty : List.of("null", "\"\"", "\"another\"")) {
            int number = NUMBER.incrementAndGet();
            String body =
                    "{\"error\":0,\"data\":[{\"id\":%d,\"tid\":\"FT%d\",\"amount\":25000,\"when\":\"2026-11-20 10:10:10\",\"%s\":\"%s\",\"%s\":%s}]}"
                            .formatted(number, number, field, account.account(), other, empty);
            assertThat(send(account, body, TOKEN)).as(empty).isEqualTo(200);
        }
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 3L);
    }

    @Test
    void a_trial_is_answered_and_is_no_money() throws Exception {
        ReceivingAccount account = account(Provider.CASSO_TOKEN, ReceivingAccount.Purpose.OWNER);
        String trial = one("0", "88888888", "").replace("\"FT0\"", "\"MA_GIAO_DICH_THU_NGHIEM\"");
        assertThat(send(account, all(trial), TOKEN)).isEqualTo(200);
        assertThat(send(account, all(trial), Map.of("secure-token", "another"))).isEqualTo(401);
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 0L);
        assertThat(send(account, all(trial, one("881002", account.account(), "")), TOKEN))
                .as("a trial among others")
                .isEqualTo(200);
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 1L);
        assertThat(held(account)).isZero();
    }

    @Test
    void one_account_that_nobody_knows_does_not_keep_the_others_out() throws Exception {
        ReceivingAccount account = account(Provider.CASSO_TOKEN, ReceivingAccount.Purpose.OWNER);
        String body = all(
                one("881011", account.account(), ""),
                one("881012", "nobody9", ""),
                one("881013", account.account(), ""));
        for (int i = 0; i < 2; i++) assertThat(send(account, body, TOKEN)).isEqualTo(200);
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 2L);
        assertThat(held(account)).isEqualTo(1);
    }

    @Test
    void one_that_makes_no_sense_is_refused_and_the_others_are_stored() throws Exception {
        ReceivingAccount account = account(Provider.CASSO_TOKEN, ReceivingAccount.Purpose.OWNER);
        String odd = one("881022", account.account(), "").replace("25000", "25000.5");
        String body = all(one("881021", account.account(), ""), odd, one("881023", account.account(), ""));
        for (int i = 0; i < 2; i++) assertThat(send(account, body, TOKEN)).isEqualTo(422);
        assertThat(payments.last(List.of(account.number()))).containsEntry(account.number(), 2L);
        assertThat(send(account, all(), TOKEN)).as("nothing in it").isEqualTo(422);
    }

    private long held(ReceivingAccount account) {
        return jdbc.sql("SELECT count(*) FROM payments.held_payment WHERE connection = :connection")
                .param("connection", java.util.Objects.requireNonNull(account.connection()))
                .query(Long.class)
                .single();
    }
}
