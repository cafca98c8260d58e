package vn.thucchat.foundation.money.bankfeeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.bankfeeds.Message.Verdict;
import vn.thucchat.foundation.money.payments.BankTransaction;
import vn.thucchat.testing.TestTime;

/** Signatures against what the providers publish. */
@NullMarked
class MessageTests {

    private static final JsonMapper JSON = new JsonMapper();
    /** As messages are read. */
    private static final JsonMapper NUMBERS = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String CASSO_KEY = "mgExMrjj4i7a1p8Cs6LmFbpCd8lbw4sSX4LZXPag7TKazeIogtR90tvWYTkwQbvs";
    private static final String CASSO_BODY = """
            {"error":0,"data":{"id":0,"reference":"MA_GIAO_DICH_THU_NGHIEM","description":"giao dich thu nghiem",\
            "amount":599000,"runningBalance":25000000,"transactionDateTime":"2024-10-03 15:06:37",\
            "accountNumber":"88888888","bankName":"VPBank","bankAbbreviation":"VPB","virtualAccountNumber":"",\
            "virtualAccountName":"","counterAccountName":"NGUYEN VAN A","counterAccountNumber":"8888888888",\
            "counterAccountBankId":"970415","counterAccountBankName":"VietinBank"}}""";
    private static final String CASSO_SIGNATURE =
            "ed0a4bd2e826d5cb69988cdb141e6c1a080e21f3b57eb72cd78192220042b9e7dde0868fc667faea8e224900fa7904e7c88dfa098032f"
                    + "b2d6b6996856e8b7ff3";

    private static final String PAYOS_KEY = "1a54716c8f0efb2744fb28b6e38b25da7f67a925d98bc1c18bd8faaecadd7675";
    private static final String PAYOS_DATA = """
            {"orderCode":123,"amount":3000,"description":"VQRIO123","accountNumber":"12345678",
            "reference":"TF230204212323","transactionDateTime":"2023-02-04 18:25:00","currency":"VND",
            "paymentLinkId":"124c33293c43417ab7879e14c8d9eb18","code":"00","desc":"Thành công",
            "counterAccountBankId":"","counterAccountBankName":"","counterAccountName":"","counterAccountNumber":"",
            "virtualAccountName":"","virtualAccountNumber":""}""";

    @Test
    void casso_publishes_an_example() throws Exception {
        var signed = Instant.ofEpochMilli(1_727_948_258_788L);
        var headers = Map.of("x-casso-signature", "t=1727948258788,v1=" + CASSO_SIGNATURE);
        Message message = message(Provider.CASSO, headers, CASSO_BODY);

        assertThat(message.verify(CASSO_KEY, signed)).isEqualTo(Verdict.GENUINE);
        assertThat(message.verify(CASSO_KEY, signed.plusSeconds(300))).isEqualTo(Verdict.GENUINE);
        assertThat(message.verify(CASSO_KEY, signed.plusSeconds(301))).isEqualTo(Verdict.OUT_OF_TIME);
        assertThat(message.verify(CASSO_KEY + "x", signed)).isEqualTo(Verdict.FORGED);
        assertThat(message(Provider.CASSO, headers, CASSO_BODY.replace("599000", "599001"))
                        .verify(CASSO_KEY, signed))
                .isEqualTo(Verdict.FORGED);
        assertThat(message.trial()).isTrue();
        BankTransaction notice = message.notices(signed).getFirst();
        assertThat(notice.accounts()).containsExactly("88888888");
        assertThat(notice.amountVnd()).isEqualTo(599_000);
        assertThat(notice.payerName()).isEqualTo("NGUYEN VAN A");
        assertThat(notice.at()).isEqualTo(Instant.parse("2024-10-03T08:06:37Z"));
    }

    @Test
    void payos_publishes_an_example_and_a_readme_with_a_wrong_one() {
        String genuine = "412e915d2871504ed31be63c8f62a149a4410d34c4c42affc9006ef9917eaa03";
        String wrong = "8d8640d802576397a1ce45ebda7f835055768ac7ad2e0bfb77f9b8f12cca4c7f";
        assertThat(payos(genuine).verify(PAYOS_KEY, TestTime.now())).isEqualTo(Verdict.GENUINE);
        assertThat(payos(genuine).trial()).isTrue();
        assertThat(payos(wrong).verify(PAYOS_KEY, TestTime.now())).isEqualTo(Verdict.FORGED);
        assertThat(payos(genuine).verify("another key of payos", TestTime.now()))
                .isEqualTo(Verdict.FORGED);
    }

    private static Message payos(String signature) {
        return message(
                Provider.PAYOS,
                Map.of(),
                "{\"code\":\"00\",\"desc\":\"success\",\"data\":" + PAYOS_DATA + ",\"signature\":\"" + signature
                        + "\"}");
    }

    @Test
    void payos_writes_nothing_for_what_is_missing() {
        assertThat(PayosSignedText.of(JSON.readTree("""
                {"b":null,"a":"undefined","c":"null","d":1.50,"e":[{"z":1,"y":"x"}],"f":true,"g":"a&b=c"}""")))
                .isEqualTo("a=&b=&c=&d=1.5&e=[{\"y\":\"x\",\"z\":1}]&f=true&g=a&b=c");
    }

    @Test
    void json_is_written_as_javascript_does() {
        assertThat(JavaScriptJson.sorted(JSON.readTree("""
                {"b":"\\u0001\\u001f/\\"\\\\é\\uD83D\\uDE00","a":[1,2.0,1e3,null,true,{}],"A":{}}""")))
                .isEqualTo("{\"A\":{},\"a\":[1,2,1000,null,true,{}],\"b\":\"\\u0001\\u001f/\\\"\\\\é😀\"}");
    }

    /** ECMA-262, 6.1.6.1.20. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "15000, 15000",
        "-1.50, -1.5",
        "0.1, 0.1",
        "1e20, 100000000000000000000",
        "123456789012345678901, 123456789012345680000",
        "1e21, 1e+21",
        "1.25e22, 1.25e+22",
        "2e23, 2e+23",
        "0.000001, 0.000001",
        "1e-7, 1e-7",
        "1.5e-7, 1.5e-7",
        "5e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "9007199254740993, 9007199254740992",
        "1e400, Infinity",
        "-1e999999999, -Infinity"
    })
    void a_number_is_written_as_javascript_does(String written, String signed) {
        assertThat(JavaScriptJson.plain(NUMBERS.readTree(written))).isEqualTo(signed);
    }

    @Test
    void a_number_in_the_place_of_a_text_stays_short() throws Exception {
        assertThat(new BankTransactionFields(NUMBERS.readTree("{\"id\":1e999999999}")).id("id"))
                .hasSizeLessThan(30);
    }

    @Test
    void what_is_no_number_for_javascript_is_null_in_its_json() {
        assertThat(JavaScriptJson.sorted(NUMBERS.readTree("[1e400]"))).isEqualTo("[null]");
    }

    @ParameterizedTest
    @EnumSource
    void each_provider_is_believed_by_its_own_proof_alone(Provider provider) {
        Teller teller = Teller.of(provider, "1234567890").memo("Cảm ơn \"chị\" / \\ 10%");
        String body = teller.body();
        Instant now = TestTime.now();
        assertThat(message(provider, teller.headers(body), body).verify(Teller.SECRET, now))
                .isEqualTo(Verdict.GENUINE);
        assertThat(message(provider, teller.headers(body), body).verify("another secret", now))
                .isEqualTo(Verdict.FORGED);
        if (provider != Provider.PAYOS)
            assertThat(message(provider, Map.of(), body).verify(Teller.SECRET, now))
                    .isEqualTo(Verdict.FORGED);
    }

    private static Message message(Provider provider, Map<String, String> headers, String body) {
        return Message.of(provider, headers, body.getBytes(StandardCharsets.UTF_8), JSON.readTree(body));
    }
}
