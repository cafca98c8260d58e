package vn.thucchat.foundation.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.vietnamese.Parsed;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/**
 * A spreadsheet that people fill in and hand back: its template, its headings in any order and any of our languages, its
 * rows, and every bad cell at once. A file with a bad cell is to be taken not at all.
 *
 * <pre>{@code
 * SheetImport<BankColumn> sheet = SheetImport.read(file, Limits.USUAL, BankColumn.class, languages);
 * for (var row : sheet.rows()) lines.add(new Line(row.text(BankColumn.NAME), row.day(BankColumn.FROM)));
 * if (!sheet.errors().isEmpty()) …
 * }</pre>
 *
 * @param <C> the columns, in the order of the template
 */
public final class SheetImport<C extends Enum<C> & SheetImport.Heading> {

    /** One column of the file; an enum of a room implements it. */
    public interface Heading {

        /** The message key of its title, which must tell the columns of one file apart. */
        String key();

        /** The column of the template, its title in the reader's language. */
        Column column(Texts t);

        /** Whether a file without this column is refused. */
        boolean needed();

        /** Whether titles without a row below them are a file, too; the same of all columns. */
        default boolean mayBeAlone() {
            return false;
        }
    }

    private final Class<C> columns;
    private final ColumnTitles titles;
    private final Map<C, Integer> places;
    private final Map<Integer, C> byPlace = new HashMap<>();
    private final List<CellError> errors = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private List<SheetReading.BadCell> bad = List.of();

    private SheetImport(Class<C> columns, List<Texts> languages) {
        this.columns = columns;
        this.titles = new ColumnTitles(languages);
        this.places = new EnumMap<>(columns);
    }

    /**
     * @param languages that the titles may be in
     * @throws IOException when the stream itself fails; what is wrong with the file is among the {@link #errors}
     */
    public static <C extends Enum<C> & Heading> SheetImport<C> read(
            InputStream file, Limits limits, Class<C> columns, List<Texts> languages) throws IOException {
        var sheet = new SheetImport<>(columns, languages);
        switch (Spreadsheets.read(file, limits)) {
            case SheetReading.Refused why
            when why.rest() != null -> {
                sheet.bad = why.cells();
                sheet.read(why.rest());
            }
            case SheetReading.Refused why when !why.cells().isEmpty() -> sheet.bad = why.cells();
            case SheetReading.Refused why ->
                sheet.errors.add(
                        CellError.ofFile(why.reason().key(), why.detail() == null ? List.of() : List.of(why.detail())));
            case SheetReading.Sheet rest -> sheet.read(rest);
        }
        return sheet;
    }

    /** Writes the empty file that people fill in. */
    public static <C extends Enum<C> & Heading> byte[] template(Class<C> columns, String name, Texts t)
            throws IOException {
        try (var book = new SheetWriter(t.of("papers.choices"))) {
            book.sheet(name, columns(columns, t).stream().map(Column::filledIn).toList());
            return book.bytes();
        }
    }

    /** Lists the columns of a template that is handed out with some cells filled in. */
    public static <C extends Enum<C> & Heading> List<Column> columns(Class<C> columns, Texts t) {
        return Stream.of(columns.getEnumConstants())
                .map(column -> column.column(t))
                .toList();
    }

    /** The rows below the headings; none where the headings themselves are wrong. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Lists the bad cells from the top, each with its first error. It is complete once all rows are read. */
    public List<CellError> errors() {
        var byCell = new HashMap<String, CellError>();
        var all = new ArrayList<CellError>();
        for (SheetReading.BadCell cell : bad) {
            C column = byPlace.get(cell.column());
            byCell.put(
                    cell.address(),
                    new CellError(
                            cell.row(),
                            cell.column(),
                            column == null ? "import.title" : column.key(),
                            cell.reason().key(),
                            List.of(cell.address())));
        }
        for (CellError error : errors)
            if (error.row() == 0) all.add(error);
            else byCell.putIfAbsent(error.address(), error);
        all.addAll(byCell.values());
        all.sort(Comparator.comparingInt(CellError::row).thenComparingInt(CellError::place));
        return all;
    }

    /** Adds what was found wrong when the rows were compared with what is there. */
    public void error(int row, C column, String key, List<String> arguments) {
        int place = places.getOrDefault(column, inTemplate(column));
        errors.add(new CellError(row, place, column.key(), key, arguments));
    }

    private int inTemplate(C column) {
        return List.of(columns.getEnumConstants()).indexOf(column);
    }

    private void read(SheetReading.Sheet sheet) {
        for (SheetReading.Row row : sheet.rows()) if (row.number() == 1) headings(row);
        if (places.isEmpty()) {
            // no file of ours: to name each of its titles helps nobody
            errors.clear();
            errors.add(new CellError(1, 0, "import.title", "import.title.none", List.of()));
        }
        boolean known = errors.isEmpty();
        for (C column : columns.getEnumConstants())
            if (known && column.needed() && !places.containsKey(column))
                errors.add(new CellError(1, inTemplate(column), column.key(), "import.title.missing", List.of()));
        // under other titles every cell would be wrong, or worse, would not
        if (!errors.isEmpty()) return;
        for (SheetReading.Row row : sheet.rows()) if (row.number() > 1) rows.add(new Row(row));
        if (rows.isEmpty() && bad.isEmpty() && !columns.getEnumConstants()[0].mayBeAlone())
            errors.add(new CellError(2, 0, columns.getEnumConstants()[0].key(), "import.empty", List.of()));
    }

    private void headings(SheetReading.Row row) {
        Map<String, C> known = titles.of(List.of(columns.getEnumConstants()), Heading::key);
        // as other programs write them: valid_from
        for (C column : columns.getEnumConstants()) known.putIfAbsent(ColumnTitles.bare(column.name()), column);
        for (Cell cell : row.cells()) {
            if (!(cell instanceof Cell.Text title) || title.text().isBlank()) continue;
            C column = ColumnTitles.meant(known, title.text()).orElse(null);
            if (column == null)
                errors.add(new CellError(1, cell.column(), "import.title", "import.title.unknown", List.of()));
            else if (places.putIfAbsent(column, cell.column()) != null)
                errors.add(new CellError(1, cell.column(), column.key(), "import.title.twice", List.of()));
            else byPlace.put(cell.column(), column);
        }
    }

    /** A row of the file. Reading a cell that cannot be read adds to the {@link SheetImport#errors}. */
    public final class Row {

        private final int number;
        private final Map<C, Cell> cells = new EnumMap<>(columns);
        private final List<SheetReading.BadCell> unread;
        private boolean wrong;

        private Row(SheetReading.Row row) {
            number = row.number();
            unread = bad.stream().filter(cell -> cell.row() == number).toList();
            for (Cell cell : row.cells()) {
                C column = byPlace.get(cell.column());
                if (column != null) cells.put(column, cell);
                else errors.add(new CellError(number, cell.column(), "import.title", "import.untitled", List.of()));
            }
        }

        /** From 1, as the spreadsheet program shows it. */
        public int number() {
            return number;
        }

        /** Whether a cell that was read is wrong. */
        public boolean wrong() {
            return wrong;
        }

        /** Whether something stands there, though it may be what cannot be read. */
        public boolean has(C column) {
            return cells.containsKey(column) || unread.stream().anyMatch(cell -> byPlace.get(cell.column()) == column);
        }

        /** Whether it has a cell of which nothing was read. */
        public boolean bad() {
            return !unread.isEmpty();
        }

        public Optional<Cell> cell(C column) {
            return Optional.ofNullable(cells.get(column));
        }

        /** The text of a cell, cleaned; empty where there is none. */
        public String text(C column) {
            return switch (cells.get(column)) {
                case Cell.Text text -> VietnameseText.kept(text.text()).strip();
                case null -> "";
                case Cell other -> CellValue.text(other);
            };
        }

        /** Reads a text of 1 to {@code most} characters; any other length is an error of the cell. */
        public String text(C column, int most, String key) {
            String text = text(column);
            if (text.isEmpty() || text.length() > most) error(column, key);
            return text;
        }

        /** Digits that are a name and no quantity; empty where there is none. */
        public String code(C column) {
            return Optional.ofNullable(read(column, CellValue::code)).orElse("");
        }

        public @Nullable LocalDate day(C column) {
            return read(column, CellValue::day);
        }

        /** Đồng or a count. */
        public @Nullable BigDecimal whole(C column) {
            return read(column, CellValue::whole);
        }

        public @Nullable BigDecimal decimal(C column) {
            return read(column, CellValue::decimal);
        }

        /**
         * Reads one of some choices by its words in any of our languages; null where there is none.
         *
         * @param key of its words
         * @param fault the message of any other text, which is its argument
         */
        public <T> @Nullable T choice(C column, List<T> all, Function<T, String> key, String fault) {
            String typed = text(column);
            T chosen = ColumnTitles.meant(titles.of(all, key), typed).orElse(null);
            if (chosen == null && !typed.isEmpty()) error(column, fault, List.of(Parsed.quoted(typed)));
            return chosen;
        }

        /** What a cell means; null where there is none, and where it cannot be read, which is an error. */
        public <T> @Nullable T read(C column, Function<Cell, Parsed<T>> parser) {
            Cell cell = cells.get(column);
            if (cell == null) return null;
            Parsed<T> read = parser.apply(cell);
            if (read instanceof Parsed.Refused<T>(String key, List<String> arguments)) error(column, key, arguments);
            return read.orNull();
        }

        public void error(C column, String key) {
            error(column, key, List.of());
        }

        public void error(C column, String key, List<String> arguments) {
            wrong = true;
            SheetImport.this.error(number, column, key, arguments);
        }
    }
}
