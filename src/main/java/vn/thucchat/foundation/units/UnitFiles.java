package vn.thucchat.foundation.units;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.VietnameseText;
import vn.thucchat.foundation.papers.VietnameseDays;

/**
 * The two files of a province read line by line (form: {@code data/units/README.md}). What one line alone shows to be
 * wrong is found here; what only the lines together show is for {@link UnitRules}.
 */
record UnitFiles(List<VersionLine> versions, List<HeritageLine> successions, List<Fault> faults, String hash) {

    record VersionLine(long line, Unit unit, String source, String checked) {}

    record HeritageLine(long line, Heritage heritage, String checked) {}

    static final List<String> VERSION_COLUMNS =
            List.of("code", "name", "name_en", "kind", "parent", "valid_from", "valid_to", "source", "checked");
    static final List<String> HERITAGE_COLUMNS =
            List.of("effective", "old_code", "new_code", "share", "source", "checked");

    private static final int MOST_LINES = 50_000;
    private static final int LONGEST_TEXT = 200;
    private static final Set<String> CHECKED = Set.of("V", "V2", "C", "R");
    /** What a spreadsheet would take for a formula, and what no name or source holds. */
    private static final Pattern NO_TEXT = Pattern.compile("^[=+\\-@].*|.*[\\p{Cntrl}<>].*", Pattern.DOTALL);

    private static final Pattern SHARE = Pattern.compile("0?\\.[0-9]{1,12}|0,[0-9]{1,12}|1");

    static UnitFiles read(byte[] units, byte[] successions) {
        var faults = new ArrayList<Fault>();
        var versions = new ArrayList<VersionLine>();
        var heritage = new ArrayList<HeritageLine>();
        lines(
                Fault.File.UNITS,
                units,
                VERSION_COLUMNS,
                faults,
                line -> version(line).ifPresent(versions::add));
        lines(
                Fault.File.SUCCESSIONS,
                successions,
                HERITAGE_COLUMNS,
                faults,
                line -> heritage(line).ifPresent(heritage::add));
        return new UnitFiles(versions, heritage, faults, hash(units, successions));
    }

    private static Optional<VersionLine> version(Line line) {
        UnitCode code = line.code("code", true);
        String name = line.text("name", true);
        String nameEn = line.text("name_en", false);
        Optional<UnitKind> kind = UnitKind.of(line.value("kind"));
        if (kind.isEmpty()) line.fault("kind", Fault.Reason.KIND, line.value("kind"));
        UnitCode parent = line.code("parent", false);
        LocalDate from = line.date("valid_from", false);
        LocalDate to = line.date("valid_to", false);
        if (from != null && to != null && to.isBefore(from)) line.fault("valid_to", Fault.Reason.BACKWARDS, from, to);
        String source = line.text("source", true);
        String checked = line.checked();
        if (line.faulty || code == null || kind.isEmpty()) return Optional.empty();
        var unit = new Unit(code, name, nameEn.isEmpty() ? null : nameEn, kind.get(), parent, from, to);
        return Optional.of(new VersionLine(line.number(), unit, source, checked));
    }

    private static Optional<HeritageLine> heritage(Line line) {
        LocalDate effective = line.date("effective", true);
        UnitCode from = line.code("old_code", true);
        UnitCode to = line.code("new_code", false);
        BigDecimal share = line.share();
        String source = line.text("source", true);
        String checked = line.checked();
        if (line.faulty || effective == null || from == null) return Optional.empty();
        return Optional.of(new HeritageLine(line.number(), new Heritage(from, to, effective, share, source), checked));
    }

    private static void lines(
            Fault.File file, byte[] content, List<String> columns, List<Fault> faults, Consumer<Line> each) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            faults.add(Fault.at(file, 0, null, Fault.Reason.ENCODING));
            return;
        }
        if (text.startsWith("\uFEFF")) text = text.substring(1);
        boolean header = false;
        int count = 0;
        // Long fields and lines of a hundred thousand fields end here, not in memory.
        var reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(1 << 16)
                .ofCsvRecord(new StringReader(text));
        try {
            for (CsvRecord record : reader) {
                if (!header) {
                    header = true;
                    if (!record.getFields().equals(columns)) {
                        faults.add(Fault.at(
                                file,
                                record.getStartingLineNumber(),
                                null,
                                Fault.Reason.HEADER,
                                String.join(",", columns)));
                        return;
                    }
                } else if (++count > MOST_LINES) {
                    faults.add(Fault.at(file, record.getStartingLineNumber(), null, Fault.Reason.TOO_LONG, MOST_LINES));
                    return;
                } else if (record.getFieldCount() != columns.size())
                    faults.add(Fault.at(
                            file,
                            record.getStartingLineNumber(),
                            null,
                            Fault.Reason.FIELDS,
                            columns.size(),
                            record.getFieldCount()));
                else each.accept(new Line(file, record, columns, faults));
            }
        } catch (CsvParseException e) {
            faults.add(Fault.at(file, 0, null, Fault.Reason.MALFORMED));
            return;
        }
        if (!header) faults.add(Fault.at(file, 1, null, Fault.Reason.HEADER, String.join(",", columns)));
    }

    private static String hash(byte[] units, byte[] successions) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(units);
            digest.update((byte) 0);
            digest.update(successions);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One line with its columns by name; remembers whether anything in it was wrong. */
    private static final class Line {
        private final Fault.File file;
        private final CsvRecord record;
        private final List<String> columns;
        private final List<Fault> faults;
        private boolean faulty;

        Line(Fault.File file, CsvRecord record, List<String> columns, List<Fault> faults) {
            this.file = file;
            this.record = record;
            this.columns = columns;
            this.faults = faults;
        }

        long number() {
            return record.getStartingLineNumber();
        }

        void fault(String column, Fault.Reason reason, Object... arguments) {
            faulty = true;
            faults.add(Fault.at(file, number(), column, reason, arguments));
        }

        String value(String column) {
            return VietnameseText.kept(record.getField(columns.indexOf(column)).strip());
        }

        private boolean absent(String column, boolean needed) {
            boolean absent = value(column).isEmpty();
            if (absent && needed) fault(column, Fault.Reason.EMPTY);
            return absent;
        }

        @Nullable
        UnitCode code(String column, boolean needed) {
            if (absent(column, needed)) return null;
            Optional<UnitCode> code = UnitCode.read(value(column));
            if (code.isEmpty()) fault(column, Fault.Reason.CODE, shown(value(column)));
            return code.orElse(null);
        }

        String text(String column, boolean needed) {
            if (absent(column, needed)) return "";
            String value = value(column);
            if (value.length() > LONGEST_TEXT || NO_TEXT.matcher(value).matches())
                fault(column, Fault.Reason.TEXT, shown(value));
            return value;
        }

        @Nullable
        LocalDate date(String column, boolean needed) {
            if (absent(column, needed)) return null;
            String value = value(column);
            LocalDate day = VietnameseDays.parse(value).orNull();
            if (day == null) fault(column, Fault.Reason.DATE, shown(value));
            return day;
        }

        @Nullable
        BigDecimal share() {
            String value = value("share");
            if (value.isEmpty()) return null;
            if (!SHARE.matcher(value).matches()) {
                fault("share", Fault.Reason.SHARE, shown(value));
                return null;
            }
            var share = new BigDecimal(value.replace(',', '.'));
            if (share.signum() == 0) fault("share", Fault.Reason.SHARE, shown(value));
            return share;
        }

        String checked() {
            String value = value("checked");
            if (!CHECKED.contains(value)) fault("checked", Fault.Reason.CHECKED, shown(value));
            return value;
        }

        private static String shown(String value) {
            return value.length() <= 60 ? value : value.substring(0, 60) + "…";
        }
    }
}
