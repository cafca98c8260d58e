package vn.thucchat.foundation.payments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * JSON as JavaScript's {@code JSON.stringify} writes it, keys sorted: providers sign what it gives (ECMA-262, 25.5.2).
 */
final class JavaScriptJson {

    private JavaScriptJson() {}

    /** Compact, the keys of every object sorted by code unit. */
    static String sorted(JsonNode node) {
        var text = new StringBuilder();
        write(node, text);
        return text.toString();
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            text.append('{');
            var keys = new ArrayList<>(node.propertyNames());
            Collections.sort(keys);
            for (int i = 0; i < keys.size(); i++) {
                if (i > 0) text.append(',');
                quote(keys.get(i), text);
                text.append(':');
                write(node.get(keys.get(i)), text);
            }
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            for (int i = 0; i < node.size(); i++) {
                if (i > 0) text.append(',');
                write(node.get(i), text);
            }
            text.append(']');
        } else if (node.isString()) {
            quote(node.asString(), text);
        } else {
            text.append(plain(node));
        }
    }

    /** A value that is no text, object or array, as JavaScript turns it into text. */
    static String plain(JsonNode node) {
        if (node.isIntegralNumber()) return node.asString();
        if (!node.isNumber()) return node.toString();
        BigDecimal number = node.decimalValue();
        return number.signum() == 0
                ? "0"
                : number.stripTrailingZeros().toPlainString().toLowerCase(Locale.ROOT);
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    boolean lone = Character.isSurrogate(c) && !paired(value, i);
                    if (c < ' ' || lone)
                        text.append("\\u").append(HexFormat.of().toHexDigits(c));
                    else text.append(c);
                }
            }
        }
        text.append('"');
    }

    private static boolean paired(String value, int i) {
        char c = value.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }
}
