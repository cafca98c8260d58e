package vn.thucchat.foundation.units;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.CellError;
import vn.thucchat.foundation.sheets.Limits;
import vn.thucchat.foundation.sheets.SheetImport;
import vn.thucchat.foundation.vietnamese.Parsed;

/**
 * The two files of a province read line by line (form: {@code data/units/README.md}). What one line alone shows to be
 * wrong is found here; what only the lines together show is for {@link UnitRules}, which adds it to the errors.
 */
final class UnitFiles {

    record VersionLine(int line, Unit unit, String source, String checked) {}

    record HeritageLine(int line, Heritage heritage, String checked) {}

    static final String UNITS = "units.csv";
    static final String SUCCESSIONS = "successions.csv";

    private static final Limits LIMITS = new Limits(50_001, 20, 20_000_000, 100_000_000);
    private static final int LONGEST_TEXT = 200;
    private static final Set<String> CHECKED = Set.of("V", "V2", "C", "R");
    /** What a spreadsheet would take for a formula, and what no name or source holds. */
    private static final Pattern NO_TEXT = Pattern.compile("^[=+\\-@].*|.*[\\p{Cntrl}<>].*", Pattern.DOTALL);

    private static final Pattern SHARE = Pattern.compile("0?\\.[0-9]{1,12}|0,[0-9]{1,12}|1");

    private final SheetImport<UnitColumn> units;
    private final SheetImport<SuccessionColumn> heritage;
    private final List<VersionLine> versions = new ArrayList<>();
    private final List<HeritageLine> successions = new ArrayList<>();
    private final String hash;

    private UnitFiles(SheetImport<UnitColumn> units, SheetImport<SuccessionColumn> heritage, String hash) {
        this.units = units;
        this.heritage = heritage;
        this.hash = hash;
        for (var row : units.rows()) version(row).ifPresent(versions::add);
        for (var row : heritage.rows()) heritage(row).ifPresent(successions::add);
    }

    /** @param languages that the titles may be in, beside the names of the columns */
    static UnitFiles read(byte[] units, byte[] successions, List<Texts> languages) {
        try {
            return new UnitFiles(
                    SheetImport.read(new ByteArrayInputStream(units), LIMITS, UnitColumn.class, languages),
                    SheetImport.read(new ByteArrayInputStream(successions), LIMITS, SuccessionColumn.class, languages),
                    hash(units, successions));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    List<VersionLine> versions() {
        return versions;
    }

    List<HeritageLine> successions() {
        return successions;
    }

    /** Tells the same two files from others. */
    String hash() {
        return hash;
    }

    boolean sound() {
        return unitErrors().isEmpty() && successionErrors().isEmpty();
    }

    List<CellError> unitErrors() {
        return units.errors();
    }

    List<CellError> successionErrors() {
        return heritage.errors();
    }

    /** @param line 0 when it is the file as a whole */
    void unit(int line, UnitColumn column, String key, Object... arguments) {
        units.error(line, column, key, texts(arguments));
    }

    void succession(HeritageLine line, SuccessionColumn column, String key, Object... arguments) {
        heritage.error(line.line(), column, key, texts(arguments));
    }

    private static List<String> texts(Object... arguments) {
        return List.of(arguments).stream().map(Object::toString).toList();
    }

    private static Optional<VersionLine> version(SheetImport<UnitColumn>.Row row) {
        UnitCode code = code(row, UnitColumn.CODE, true);
        String name = text(row, UnitColumn.NAME, true);
        String nameEn = text(row, UnitColumn.NAME_EN, false);
        String kindTyped = row.text(UnitColumn.KIND);
        UnitKind kind = UnitKind.of(kindTyped).orElse(null);
        if (kind == null) row.error(UnitColumn.KIND, "units.fault.kind", List.of(Parsed.quoted(kindTyped)));
        UnitCode parent = code(row, UnitColumn.PARENT, false);
        LocalDate from = row.day(UnitColumn.VALID_FROM);
        LocalDate to = row.day(UnitColumn.VALID_TO);
        if (from != null && to != null && to.isBefore(from))
            row.error(UnitColumn.VALID_TO, "units.fault.backwards", texts(from, to));
        String source = text(row, UnitColumn.SOURCE, true);
        String checked = checked(row, UnitColumn.CHECKED);
        if (row.wrong() || row.bad() || code == null || kind == null) return Optional.empty();
        var unit = new Unit(code, name, nameEn.isEmpty() ? null : nameEn, kind, parent, from, to);
        return Optional.of(new VersionLine(row.number(), unit, source, checked));
    }

    private static Optional<HeritageLine> heritage(SheetImport<SuccessionColumn>.Row row) {
        LocalDate effective = row.day(SuccessionColumn.EFFECTIVE);
        demand(row, SuccessionColumn.EFFECTIVE);
        UnitCode from = code(row, SuccessionColumn.OLD_CODE, true);
        UnitCode to = code(row, SuccessionColumn.NEW_CODE, false);
        BigDecimal share = share(row);
        String source = text(row, SuccessionColumn.SOURCE, true);
        String checked = checked(row, SuccessionColumn.CHECKED);
        if (row.wrong() || row.bad() || effective == null || from == null) return Optional.empty();
        return Optional.of(new HeritageLine(row.number(), new Heritage(from, to, effective, share, source), checked));
    }

    private static <C extends Enum<C> & SheetImport.Heading> void demand(SheetImport<C>.Row row, C column) {
        if (!row.has(column)) row.error(column, "units.fault.empty");
    }

    private static <C extends Enum<C> & SheetImport.Heading> @Nullable UnitCode code(
            SheetImport<C>.Row row, C column, boolean needed) {
        if (needed) demand(row, column);
        String typed = row.code(column);
        UnitCode code = UnitCode.read(typed.strip()).orElse(null);
        if (code == null && !typed.isEmpty()) row.error(column, "units.fault.code", List.of(Parsed.quoted(typed)));
        return code;
    }

    private static <C extends Enum<C> & SheetImport.Heading> String text(
            SheetImport<C>.Row row, C column, boolean needed) {
        if (needed) demand(row, column);
        String text = row.text(column);
        if (text.length() > LONGEST_TEXT || NO_TEXT.matcher(text).matches())
            row.error(column, "units.fault.text", List.of(Parsed.quoted(text)));
        return text;
    }

    private static @Nullable BigDecimal share(SheetImport<SuccessionColumn>.Row row) {
        String typed = row.text(SuccessionColumn.SHARE);
        if (typed.isEmpty()) return null;
        BigDecimal share = SHARE.matcher(typed).matches() ? new BigDecimal(typed.replace(',', '.')) : BigDecimal.ZERO;
        if (share.signum() == 0) row.error(SuccessionColumn.SHARE, "units.fault.share", List.of(Parsed.quoted(typed)));
        return share;
    }

    private static <C extends Enum<C> & SheetImport.Heading> String checked(SheetImport<C>.Row row, C column) {
        String checked = row.text(column);
        if (!CHECKED.contains(checked)) row.error(column, "units.fault.checked", List.of(Parsed.quoted(checked)));
        return checked;
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
}
