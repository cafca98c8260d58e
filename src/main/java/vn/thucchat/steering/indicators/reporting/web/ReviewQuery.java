package vn.thucchat.steering.indicators.reporting.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.vietnamese.VietnameseText;
import vn.thucchat.steering.indicators.reporting.web.ReviewLines.Line;

/**
 * Which of what waits a reviewer looks at, as the address of the table says it.
 *
 * @param group as {@link ReviewGroup} is written; empty: the one that waits longest
 * @param parent the code of the unit above; empty: any
 * @param odd only what is to be looked at twice
 * @param q words of a unit's name, with or without marks
 */
record ReviewQuery(String group, String parent, boolean odd, String q, String sort) {

    /** Where the table is. */
    static final String PATH = "/review";

    List<Line> filter(List<Line> lines) {
        String words = VietnameseText.fold(q.strip());
        return lines.stream()
                .filter(line -> parent.isEmpty()
                        || (line.parent() != null
                                && line.parent().code().value().equals(parent)))
                .filter(line -> !odd || !line.clean())
                .filter(line -> VietnameseText.fold(line.name()).contains(words))
                .toList();
    }

    /** The table as it is, from a place on. */
    String address(String path, String cursor) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("group", group);
        parameters.put("parent", parent);
        parameters.put("odd", odd ? "true" : "");
        parameters.put("q", q);
        parameters.put("sort", sort);
        parameters.put("cursor", cursor);
        return path + "?" + query(parameters);
    }

    /** Back to the table where a decision was made from, on the row after it; elsewhere is not gone to. */
    static String back(String from, @Nullable UUID next) {
        String table = from.startsWith(PATH + "?") ? from : PATH + "?";
        return next == null ? table : table + (table.endsWith("?") ? "" : "&") + "next=" + next;
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
