package vn.thucchat.foundation.money.bankfeeds;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The text that payOS signs: {@code key=value&…}, the keys sorted and nothing encoded, as its library writes it (npm
 * package {@code @payos/node}). The same text may be cut into fields in several ways.
 */
final class PayosSignedText {

    /** What its library writes for an object that is not in a list. */
    private static final String OBJECT = "[object Object]";

    /** Fields that say who is paid what, when and by which message: no genuine one holds an ampersand. */
    private static final Set<String> DECIDING = Set.of(
            "orderCode",
            "amount",
            "accountNumber",
            "reference",
            "transactionDateTime",
            "currency",
            "paymentLinkId",
            "code",
            "counterAccountBankId",
            "counterAccountNumber",
            "virtualAccountNumber");

    private static final List<String> WORDS =
            List.of("description", "desc", "counterAccountBankName", "counterAccountName", "virtualAccountName");

    /** A part that would be a field of its own if the text were cut there. */
    private static final Pattern FIELD =
            Pattern.compile("&(" + String.join("|", DECIDING) + "|" + String.join("|", WORDS) + ")=");

    private PayosSignedText() {}

    static String of(JsonNode data) {
        var text = new StringBuilder();
        for (String key : JavaScriptJson.keys(data)) {
            if (!text.isEmpty()) text.append('&');
            text.append(key).append('=').append(value(data.get(key)));
        }
        return text.toString();
    }

    /**
     * Whether the text can be cut into other fields that we read: two messages with one signature could then be two
     * movements. Fields that we do not know are no reason, unless they swallow one that we know.
     */
    static boolean ambiguous(JsonNode data) {
        for (String key : data.propertyNames()) {
            if (key.indexOf('&') >= 0 || key.indexOf('=') >= 0) return true;
            String value = value(data.get(key));
            if (value.indexOf('&') >= 0
                    && (DECIDING.contains(key) || FIELD.matcher(value).find())) return true;
        }
        return false;
    }

    private static String value(JsonNode value) {
        if (value.isNull()) return "";
        if (value.isArray()) return list(value);
        if (value.isObject()) return OBJECT;
        String text = value.isString() ? value.asString() : JavaScriptJson.plain(value);
        return text.equals("undefined") || text.equals("null") ? "" : text;
    }

    /** Each element as an object with its keys sorted: of a text that is its signs by their places, of a number none. */
    private static String list(JsonNode elements) {
        var text = new StringBuilder("[");
        for (JsonNode element : elements) {
            if (text.length() > 1) text.append(',');
            object(element, text);
        }
        return text.append(']').toString();
    }

    private static void object(JsonNode element, StringBuilder text) {
        int from = text.append('{').length();
        if (element.isObject())
            for (String key : JavaScriptJson.keys(element)) property(key, element.get(key), text, from);
        else if (element.isArray())
            for (int i = 0; i < element.size(); i++) property(Integer.toString(i), element.get(i), text, from);
        else if (element.isString()) {
            String signs = element.asString();
            for (int i = 0; i < signs.length(); i++) {
                if (text.length() > from) text.append(',');
                text.append('"').append(i).append("\":");
                JavaScriptJson.quote(signs.substring(i, i + 1), text);
            }
        }
        text.append('}');
    }

    private static void property(String key, JsonNode value, StringBuilder text, int from) {
        if (text.length() > from) text.append(',');
        JavaScriptJson.quote(key, text);
        text.append(':');
        JavaScriptJson.asCame(value, text);
    }
}
