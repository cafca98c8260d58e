package vn.thucchat.foundation.sheets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.xml.sax.helpers.DefaultHandler;

/** One XLSX in memory, its parts streamed one after the other and only those that the sheets need. */
final class XlsxFile {

    /** Deflate cannot do better than 1032; real sheets reach 20 to 40. */
    private static final int MOST_RATIO = 100;

    private static final long RATIO_MATTERS_FROM = 1_000_000;

    /** A bank writes one for each account or month. */
    private static final int MOST_SHEETS = 100;

    private final ZipDirectory zip;
    private final Limits limits;
    private long unpacked;

    private XlsxFile(ZipDirectory zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    /** The first sheet. */
    static SheetReading read(byte[] file, Limits limits) throws IOException {
        var book = new XlsxFile(directory(file), limits).book(Strictness.REFUSE);
        var first = book.sheet(book.workbook.sheets.getFirst());
        if (first.rows().isEmpty()) throw new Stop(Reason.EMPTY);
        var unread =
                book.workbook.sheets.stream().skip(1).map(Workbook.Listed::name).toList();
        return new SheetReading.Sheet(first.name(), first.rows(), unread);
    }

    /** All visible sheets that hold something, cells kept as they are. */
    static List<SheetReading.Sheet> keep(byte[] file, Limits limits) throws IOException {
        var book = new XlsxFile(directory(file), limits).book(Strictness.KEEP);
        var sheets = new ArrayList<SheetReading.Sheet>();
        for (Workbook.Listed listed : book.workbook.sheets) {
            if (sheets.size() == MOST_SHEETS) throw new Stop(Reason.TOO_MANY_ROWS);
            if (!book.isSheet(listed)) continue;
            SheetReading.Sheet sheet = book.sheet(listed);
            if (!sheet.rows().isEmpty()) sheets.add(sheet);
        }
        return sheets;
    }

    private static ZipDirectory directory(byte[] file) throws ZipException {
        try {
            return ZipDirectory.of(file);
        } catch (ZipDirectory.TooManyEntries e) {
            throw new Stop(Reason.UNPACKS_TOO_LARGE);
        }
    }

    private Book book(Strictness strictness) throws IOException {
        refuseStrangeParts();
        var root = new Workbook.Relations("");
        part("_rels/.rels", root);
        String path = root.path("officeDocument").orElseThrow(() -> new Stop(Reason.OTHER_FORMAT));
        if (!path.endsWith("/workbook.xml")) throw new Stop(Reason.OTHER_FORMAT);
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        var workbook = new Workbook(strictness);
        part(path, workbook);
        var relations = new Workbook.Relations(folder);
        part(folder + "_rels/workbook.xml.rels", relations);
        if (workbook.sheets.isEmpty()) throw new Stop(Reason.EMPTY);

        var budget = new SharedTexts.TextBudget();
        var shared = new SharedTexts(limits, budget);
        var styles = new SheetStyles();
        Optional<String> sharedPath = relations.path("sharedStrings");
        if (sharedPath.isPresent()) part(sharedPath.get(), shared);
        Optional<String> stylesPath = relations.path("styles");
        if (stylesPath.isPresent()) part(stylesPath.get(), styles);
        var values = new CellValues(shared, styles, workbook.daysFrom1904, strictness);
        return new Book(workbook, relations, budget, values, strictness);
    }

    /** What the sheets have in common. */
    private final class Book {
        private final Workbook workbook;
        private final Workbook.Relations relations;
        private final SharedTexts.TextBudget budget;
        private final CellValues values;
        private final Strictness strictness;

        Book(
                Workbook workbook,
                Workbook.Relations relations,
                SharedTexts.TextBudget budget,
                CellValues values,
                Strictness strictness) {
            this.workbook = workbook;
            this.relations = relations;
            this.budget = budget;
            this.values = values;
            this.strictness = strictness;
        }

        /** A tab may hold a chart instead. */
        boolean isSheet(Workbook.Listed listed) {
            var relation = relations.byId.get(listed.relation());
            return relation != null && relation.type().equals("worksheet");
        }

        SheetReading.Sheet sheet(Workbook.Listed listed) throws IOException {
            var relation = relations.byId.get(listed.relation());
            if (relation == null || !relation.type().equals("worksheet")) throw new Stop(Reason.DAMAGED);
            var rows = new SheetRows(limits, budget, values, strictness);
            part(relation.path(), rows);
            return new SheetReading.Sheet(listed.name(), rows.rows(), List.of());
        }
    }

    private void refuseStrangeParts() throws IOException {
        if (zip.encrypted()) throw new Stop(Reason.ENCRYPTED);
        if (!zip.has("[Content_Types].xml") || !zip.has("_rels/.rels")) throw new Stop(Reason.OTHER_FORMAT);
        part("[Content_Types].xml", new Workbook.Kinds());
        for (String name : zip.names()) {
            if (name.endsWith("vbaproject.bin") || name.matches(".*/(activex|embeddings|macrosheets|dialogsheets)/.*"))
                throw new Stop(Reason.ACTIVE_CONTENT);
            if (name.matches(".*/(externallinks|querytables|connections\\.xml).*"))
                throw new Stop(Reason.EXTERNAL_LINKS);
        }
    }

    private void part(String name, DefaultHandler handler) throws IOException {
        var entry = zip.find(name).orElseThrow(() -> new Stop(Reason.DAMAGED));
        try (var in = new Counted(zip.open(entry), entry.packedBytes())) {
            XmlPart.read(in, handler);
        }
    }

    /** Lets no more through than the file may unpack to. */
    private final class Counted extends FilterInputStream {
        private final long packed;
        private long mine;

        Counted(InputStream in, long packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) count(1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) count(read);
            return read;
        }

        private void count(int bytes) {
            mine += bytes;
            unpacked += bytes;
            if (unpacked > limits.unpackedBytes() || (mine > RATIO_MATTERS_FROM && mine / packed >= MOST_RATIO))
                throw new Stop(Reason.UNPACKS_TOO_LARGE);
        }
    }
}
