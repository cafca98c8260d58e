package vn.thucchat.foundation.money.bankfeeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is signed is what is read: one signature never stands for two payments that count. */
@NullMarked
class SignedTextTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final java.time.Instant NOW = java.time.Instant.parse("2026-11-25T00:00:00Z");

    private static Map<String, Object> genuine() {
        var data = new LinkedHashMap<String, Object>();
        data.put("orderCode", 123456);
        data.put("amount", 1_000);
        data.put("description", "mua rau");
        data.put("accountNumber", "1903000000");
        data.put("reference", "670348984");
        data.put("transactionDateTime", "2026-11-20 10:00:00");
        data.put("currency", "VND");
        data.put("paymentLinkId", "link1");
        data.put("code", "00");
        data.put("desc", "Thành công");
        data.put("counterAccountName", "NGUYEN VAN A");
        data.put("virtualAccountNumber", "");
        return data;
    }

    private static PayosMessage message(JsonNode data) {
        return new PayosMessage(JSON.createObjectNode().set("data", data));
    }

    /** The identity under which a message counts; none when it is held or refused. */
    private static List<String> counted(JsonNode data) {
        PayosMessage message = message(data);
        if (message.ambiguous()) return List.of();
        return message.notices(NOW).stream()
                .map(notice -> notice.sourceId() + " " + notice.amountVnd() + " " + notice.accounts())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x&amount=9999000&y=",
                "x&currency=VND",
                "x&reference=EV2&transactionDateTime=2026-11-20 10:00:00&z=",
                "x&virtualAccountNumber=1903000001"
            })
    void a_memo_that_could_be_cut_into_fields_is_held(String memo) {
        var data = genuine();
        data.put("description", memo);
        assertThat(message(JSON.valueToTree(data)).ambiguous()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cơm & phở", "a=b", "1+1=2 & 3", "R&D=x", "", "a&b&c"})
    void a_memo_with_other_signs_counts(String memo) {
        var data = genuine();
        data.put("description", memo);
        assertThat(counted(JSON.valueToTree(data))).hasSize(1);
    }

    @Test
    void a_field_that_nobody_knows_yet_does_not_keep_a_message_out() {
        var data = genuine();
        data.put("channel", "QR");
        data.put("fee", 0.5);
        data.put("tags", List.of("a", 5, Map.of("z", 1, "y", "x")));
        data.put("more", Map.of("a", 1));
        assertThat(counted(JSON.valueToTree(data))).hasSize(1);
        data.put("note", "x&amount=5");
        assertThat(message(JSON.valueToTree(data)).ambiguous())
                .as("unless it swallows one that is known")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "reference, 670348984.0",
        "reference, 670348984.000",
        "amount, 1000.0",
        "amount, 1e3",
        "amount, 0.1e4",
        "paymentLinkId, 77.0"
    })
    void a_number_in_another_spelling_than_the_signed_one_is_refused(String field, String spelling) {
        String body = JSON.writeValueAsString(genuine());
        String respelled = body.replaceFirst("\"" + field + "\":(\"[^\"]*\"|[0-9]+)", "\"" + field + "\":" + spelling);
        assertThat(respelled).isNotEqualTo(body);
        assertThat(counted(JSON.readTree(respelled))).isEmpty();
    }

    @Test
    void casso_s_number_in_another_spelling_is_refused() {
        for (String id : List.of("1025065.0", "1025065.00", "10250650e-1", "1025065.000000000000000000001")) {
            String body = """
                    {"error":0,"data":{"id":%s,"reference":"","description":"","amount":34001,
                    "transactionDateTime":"2026-11-20 10:00:00","accountNumber":"88888888"}}""".formatted(id);
            var message = new CassoMessage(true, Map.of(), JSON.readTree(body));
            assertThat(message.notices(NOW)).as(id).isEmpty();
        }
    }

    @Test
    void a_spelling_that_is_read_as_the_signed_one_is_the_same_message() {
        String body = JSON.writeValueAsString(genuine());
        assertThat(counted(JSON.readTree(body.replace("\"670348984\"", "6.70348984E8"))))
                .isEqualTo(counted(JSON.readTree(body)));
    }

    @Test
    void lists_and_objects_are_signed_as_the_library_does() {
        assertThat(PayosSignedText.of(JSON.readTree("""
                {"items":[{"b":1,"a":{"d":2,"c":3}},"xy",5,true,["p"]],"o":{"a":1},"e":[],"10":"x","9":"y",
                "long":["abcdefghijkl"]}""")))
                .isEqualTo("9=y&10=x&e=[]&items=[{\"a\":{\"d\":2,\"c\":3},\"b\":1},{\"0\":\"x\",\"1\":\"y\"},{},{},"
                        + "{\"0\":\"p\"}]&long=[{\"0\":\"a\",\"1\":\"b\",\"2\":\"c\",\"3\":\"d\",\"4\":\"e\",\"5\":\"f\","
                        + "\"6\":\"g\",\"7\":\"h\",\"8\":\"i\",\"9\":\"j\",\"10\":\"k\",\"11\":\"l\"}]"
                        + "&o=[object Object]");
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                        "", "x", "&", "=", "&amount=9", "&reference=EV2", "&desc=", "&zz=1", "null", "undefined", "a b")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }

    /** Whatever the payer and the sender write, and however the signed text is cut: what counts is one payment. */
    @Property(tries = 300)
    void two_bodies_with_one_signature_never_both_count(
            @ForAll("words") String memo, @ForAll("words") String name, @ForAll("words") String reference) {
        var data = genuine();
        data.put("description", memo);
        data.put("counterAccountName", name);
        data.put("reference", reference);
        String text = PayosSignedText.of(JSON.valueToTree(data));
        var identities = new java.util.HashSet<String>();
        for (JsonNode cut : cuts(text)) {
            assertThat(PayosSignedText.of(cut)).isEqualTo(text);
            identities.addAll(counted(cut));
        }
        identities.addAll(counted(JSON.valueToTree(data)));
        assertThat(identities).hasSizeLessThanOrEqualTo(1);
    }

    /** Some of the ways to read a signed text as fields: each part joined to the one before, or not. */
    private static List<JsonNode> cuts(String text) {
        String[] parts = text.split("&", -1);
        var cuts = new ArrayList<JsonNode>();
        var random = new java.util.Random(text.hashCode());
        for (int i = 0; i < 200; i++) {
            var fields = new LinkedHashMap<String, Object>();
            String key = "";
            for (String part : parts) {
                int split = part.indexOf('=');
                boolean own = split > 0 && (key.isEmpty() || random.nextInt(4) > 0);
                if (own && fields.containsKey(part.substring(0, split))) own = false;
                if (own) {
                    key = part.substring(0, split);
                    fields.put(key, part.substring(split + 1));
                } else {
                    fields.put(key, fields.get(key) + "&" + part);
                }
            }
            if (fields.get("amount") instanceof String amount && amount.matches("[1-9][0-9]{0,9}"))
                fields.put("amount", Long.parseLong(amount));
            JsonNode cut = JSON.valueToTree(fields);
            if (PayosSignedText.of(cut).equals(text)) cuts.add(cut);
        }
        return cuts;
    }
}
