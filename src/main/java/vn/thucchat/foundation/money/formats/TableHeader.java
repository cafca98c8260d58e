package vn.thucchat.foundation.money.formats;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.formats.ColumnTitles.Role;

/**
 * The header of a bank's table: one to three rows of titles somewhere below the bank's name, the account and the period.
 *
 * @param from the place of its first row in the table, {@code to} of the first row behind it
 * @param columns where each role stands; several columns may hold words
 * @param titles of the columns, by their places
 */
record TableHeader(int from, int to, Map<Role, List<Integer>> columns, Map<Integer, String> titles) {

    /** Banks put no more before it. */
    private static final int FIRST_ROWS = 120;

    private static final int MOST_ROWS = 3;
    private static final Pattern LABEL = Pattern.compile(":\\s*\\S|\\d{4}|.{120}");
    private static final int FEWEST_ROLES = 3;

    /** The first that says of what day and how much. */
    static Optional<TableHeader> find(List<TableRow> rows, ColumnTitles titles) {
        for (int from = 0; from < Math.min(rows.size(), FIRST_ROWS); from++) {
            long known = rows.get(from).cells().values().stream()
                    .filter(cell -> isTitle(cell, titles))
                    .count();
            if (known < 2) continue;
            @Nullable TableHeader best = null;
            for (int to = from + 1; to <= Math.min(rows.size(), from + MOST_ROWS); to++) {
                if (to > from + 1 && !continues(rows.get(to - 1), titles)) break;
                var header = of(rows, from, to, titles);
                if (header.usable() && (best == null || header.columns.size() >= best.columns.size())) best = header;
            }
            if (best != null) return Optional.of(best);
        }
        return Optional.empty();
    }

    /** Whether a row below titles is of titles or of the numbers of columns. */
    private static boolean continues(TableRow row, ColumnTitles titles) {
        if (row.cells().isEmpty()) return true;
        boolean numbered =
                row.cells().values().stream().allMatch(cell -> cell.text().matches("\\(?\\d{1,2}\\)?|\\(?[A-Z]\\)?"));
        return numbered
                || (row.cells().values().stream().noneMatch(TableHeader::isValue)
                        && row.cells().values().stream().anyMatch(cell -> isTitle(cell, titles)));
    }

    private static boolean isValue(StatedCell cell) {
        if (cell.number() != null || cell.day() != null) return true;
        Long amount = cell.amount();
        return amount != null && amount != 0;
    }

    /** What has a value in it is a label of the bank's: {@code Loại tiền: VND}. */
    private static boolean isTitle(StatedCell cell, ColumnTitles titles) {
        return cell.number() == null
                && !LABEL.matcher(cell.line()).find()
                && !titles.roles(cell.text()).isEmpty();
    }

    private static TableHeader of(List<TableRow> rows, int from, int to, ColumnTitles titles) {
        var texts = new TreeMap<Integer, String>();
        var roles = new TreeMap<Integer, Set<Role>>();
        for (TableRow row : rows.subList(from, to))
            row.cells().forEach((column, cell) -> {
                texts.merge(column, cell.line(), (above, below) -> above + " " + below);
                Set<Role> own = titles.roles(cell.text());
                // "Số tiền" above "Nợ" and "Có"
                if (!own.isEmpty() && (!roles.containsKey(column) || finer(own, roles.get(column))))
                    roles.put(column, own);
            });
        texts.forEach((column, text) -> roles.computeIfAbsent(column, _ -> titles.roles(text)));
        Map<Role, List<Integer>> columns = new EnumMap<>(Role.class);
        roles.forEach((column, its) -> its.forEach(
                role -> columns.computeIfAbsent(role, _ -> new ArrayList<>()).add(column)));
        if (!columns.containsKey(Role.IN) && !columns.containsKey(Role.OUT)) unmarked(texts, columns);
        if (!columns.containsKey(Role.DATE) && columns.containsKey(Role.VALUE_DATE))
            columns.put(Role.DATE, columns.get(Role.VALUE_DATE));
        return new TableHeader(from, to, columns, texts);
    }

    private static boolean finer(Set<Role> own, @Nullable Set<Role> above) {
        return above != null
                && (above.contains(Role.AMOUNT) || above.contains(Role.OTHER))
                && (own.contains(Role.IN) || own.contains(Role.OUT));
    }

    /** {@code No} and {@code Co}, where a program took the marks away: only beside each other. */
    private static void unmarked(Map<Integer, String> texts, Map<Role, List<Integer>> columns) {
        var in = new ArrayList<Integer>();
        var out = new ArrayList<Integer>();
        texts.forEach((column, text) -> {
            String bare = ColumnTitles.plain(text);
            if (bare.equals("co")) in.add(column);
            if (bare.equals("no")) out.add(column);
        });
        if (in.size() != 1 || out.isEmpty()) return;
        columns.put(Role.IN, in);
        columns.put(Role.OUT, List.of(out.getLast()));
    }

    private boolean usable() {
        var telling = EnumSet.noneOf(Role.class);
        telling.addAll(columns.keySet());
        telling.removeAll(EnumSet.of(Role.OTHER, Role.VALUE_DATE, Role.TIME));
        boolean amounts =
                columns.containsKey(Role.AMOUNT) || columns.containsKey(Role.IN) || columns.containsKey(Role.OUT);
        return columns.containsKey(Role.DATE) && amounts && telling.size() >= FEWEST_ROLES;
    }

    boolean has(Role role) {
        return columns.containsKey(role);
    }

    /** The title of the first column of a role, as a person reads it. */
    String title(Role role) {
        return titles.getOrDefault(columns.getOrDefault(role, List.of(-1)).getFirst(), "");
    }

    /** The cell of the first column of a role; merged cells may stand a little beside their title. */
    StatedCell cell(TableRow row, Role role) {
        List<Integer> all = columns.getOrDefault(role, List.of());
        return all.isEmpty() ? StatedCell.EMPTY : cell(row, all.getFirst());
    }

    /** Those of all columns of a role that hold something. */
    List<StatedCell> cells(TableRow row, Role role) {
        return columns.getOrDefault(role, List.of()).stream()
                .map(column -> cell(row, column))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private StatedCell cell(TableRow row, int column) {
        for (int at = column; at == column || (!titles.containsKey(at) && at < column + 20); at++) {
            StatedCell cell = row.cell(at);
            if (!cell.isEmpty()) return cell;
        }
        return StatedCell.EMPTY;
    }

    /** Whether a row says the titles again, as at the top of each page. */
    boolean repeats(TableRow row) {
        if (row.cells().values().stream().anyMatch(TableHeader::isValue)) return false;
        long again = row.cells().values().stream()
                .filter(cell -> titles.values().stream().anyMatch(title -> title.startsWith(cell.line())))
                .count();
        return again >= Math.max(2, row.cells().size() - 1);
    }
}
