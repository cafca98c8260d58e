package vn.thucchat.foundation.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a part of a list is shown, for the tag {@code table}: its address with filters, order and place, its columns, and
 * what can be done with several rows at once.
 *
 * @param path where the list is, such as {@code /admin/accounts}
 * @param filters parameters of the address by their names; those that are empty do not filter
 * @param sort as {@link Sort} is written; empty where the list has one order
 * @param filtering whether a filter is set that the list does not have by itself, so that an empty list may have more
 * @param acts where the chosen rows are looked at before they are changed, and the words to press
 * @param empty whether there is no row
 * @param later whether this is not the first part
 * @param next cursor of the next part; null on the last
 */
public record Table(
        String path,
        Map<String, String> filters,
        List<Column> columns,
        String sort,
        boolean filtering,
        List<Link> acts,
        boolean empty,
        boolean later,
        @Nullable String next) {

    /**
     * A column with its heading.
     *
     * @param key of the heading's text; empty where the heading is a name, such as an indicator's
     * @param name the heading itself, where there is no key
     * @param by name of the order by this column; empty where there is none
     * @param number whether the cells hold numbers
     */
    public record Column(String key, String name, String by, boolean number) {

        public static Column of(String key) {
            return new Column(key, "", "", false);
        }

        public static Column by(Enum<?> order, String key) {
            return new Column(key, "", order.name(), false);
        }

        /** A column of numbers under a name, in an order that the list reads itself. */
        public static Column named(String name, String order) {
            return new Column("", name, order, true);
        }

        public Column numbers() {
            return new Column(key, name, by, true);
        }

        public String heading(Texts t) {
            return key.isEmpty() ? name : t.of(key);
        }
    }

    /** Makes the table of a part of a list that has one order. */
    public static Table of(String path, List<Column> columns, Cursor cursor, Slice<?> part) {
        return new Table(
                path,
                Map.of(),
                columns,
                "",
                false,
                List.of(),
                part.items().isEmpty(),
                !cursor.start(),
                part.nextCursor());
    }

    /** The same table, filtered. */
    public Table filtered(String parameter, Object value) {
        return filtered(parameter, value, "");
    }

    /** @param usual what the list is filtered by where its reader says nothing */
    public Table filtered(String parameter, Object value, Object usual) {
        var all = new LinkedHashMap<>(filters);
        all.put(parameter, value.toString());
        boolean set = filtering || !value.toString().equals(usual.toString());
        return new Table(path, all, columns, sort, set, acts, empty, later, next);
    }

    /** The same table in an order that its reader chose. */
    public Table sorted(Sort<?> by) {
        return sorted(by.toString());
    }

    /** As {@link #sorted(Sort)}, of a list whose columns are known only when it is read. */
    public Table sorted(String by) {
        return new Table(path, filters, columns, by, filtering, acts, empty, later, next);
    }

    /** The same table, of whose rows several can be chosen to be changed together. */
    public Table choosing(Link... looks) {
        return new Table(path, filters, columns, sort, filtering, List.of(looks), empty, later, next);
    }

    /** For {@code aria-sort}; null of a column that the list is not ordered by. */
    public @Nullable String ariaSort(Column column) {
        if (column.by().isEmpty() || sort.isEmpty()) return null;
        return sort.equals(column.by()) ? "ascending" : sort.equals("-" + column.by()) ? "descending" : null;
    }

    /** Leads to the list in the order of a column; pressed again, the other way round. */
    public String ordered(Column column) {
        return address(sort.equals(column.by()) ? "-" + column.by() : column.by(), null);
    }

    /** Columns that the list can be ordered by; none where there is one order only. */
    public List<Column> orders() {
        return sort.isEmpty()
                ? List.of()
                : columns.stream().filter(column -> !column.by().isEmpty()).toList();
    }

    /** The address of the first part. */
    public String toStart() {
        return address(sort, null);
    }

    /** Leads to the first part; null on it. */
    public @Nullable String toFirst() {
        return later ? toStart() : null;
    }

    /** Leads to the next part; null on the last. */
    public @Nullable String toNext() {
        return next == null ? null : address(sort, next);
    }

    private String address(String by, @Nullable String cursor) {
        var parameters = new LinkedHashMap<>(filters);
        parameters.put("sort", by);
        parameters.put(Cursor.PARAMETER, cursor == null ? "" : cursor);
        String query = parameters.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
