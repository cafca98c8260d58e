package vn.thucchat.foundation.money.formats;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The titles by which banks name the columns of their statements, in Vietnamese and English ({@code
 * data/statements/columns.csv}, each with its source and how far it was checked). A title is known with or without marks,
 * beside another of the same cell ({@code Số tiền ghi có/ Credit (VND)}) and within a longer one.
 */
final class ColumnTitles {

    /** What a column holds. */
    enum Role {
        DATE,
        /** Used where there is no other day. */
        VALUE_DATE,
        TIME,
        IN,
        OUT,
        AMOUNT,
        DIRECTION,
        BALANCE,
        REFERENCE,
        MEMO,
        PAYER_NAME,
        PAYER_ACCOUNT,
        ACCOUNT,
        CURRENCY,
        FEE,
        TAX,
        OTHER
    }

    private static final String LIST = "data/statements/columns.csv";

    /** "Có" without its mark is many words, and "No" is a number. */
    private static final Set<String> ONLY_WITH_MARKS = Set.of("co", "no");

    private static final Pattern BETWEEN_TITLES = Pattern.compile("[\\n\\r/()\\[\\]|;:]+| [-–] ");
    private static final Pattern FOOTNOTE = Pattern.compile("(?<=\\p{L})\\d+\\b");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\d+]+");
    private static final Pattern CURRENCY = Pattern.compile("(?: (?:vnd|vnđ|đồng|dong|đ|₫))+$");

    /** After the patterns, which reading needs. */
    private static final ColumnTitles KNOWN = load();

    private final Map<String, Role> marked = new HashMap<>();
    private final Map<String, Role> plain = new HashMap<>();

    static ColumnTitles known() {
        return KNOWN;
    }

    /** With the columns that a layout names, which come first. */
    ColumnTitles with(CsvMapping layout) {
        var with = new ColumnTitles();
        with.marked.putAll(marked);
        with.plain.putAll(plain);
        var columns = layout.columns();
        with.put(columns.date(), Role.DATE);
        if (columns.time() != null) with.put(columns.time(), Role.TIME);
        switch (columns.amounts()) {
            case CsvMapping.Amounts.Split split -> {
                with.put(split.in(), Role.IN);
                with.put(split.out(), Role.OUT);
            }
            case CsvMapping.Amounts.Signed signed -> with.put(signed.column(), Role.AMOUNT);
        }
        if (columns.reference() != null) with.put(columns.reference(), Role.REFERENCE);
        layout.memoColumns().forEach(memo -> with.put(memo, Role.MEMO));
        if (columns.payerName() != null) with.put(columns.payerName(), Role.PAYER_NAME);
        if (columns.payerAccount() != null) with.put(columns.payerAccount(), Role.PAYER_ACCOUNT);
        if (layout.account() instanceof CsvMapping.Account.Column(String name)) with.put(name, Role.ACCOUNT);
        return with;
    }

    /** What a column of this title holds; a day may stand above a reference in one cell. Empty when it is not known. */
    Set<Role> roles(String title) {
        Role whole = exact(title);
        if (whole != null) return EnumSet.of(whole);
        var found = EnumSet.noneOf(Role.class);
        Role first = null;
        for (String piece : BETWEEN_TITLES.splitAsStream(title).toList()) {
            Role role = exact(piece);
            if (role == null) role = within(piece);
            if (role == null || (role == Role.OTHER && first != null)) continue;
            if (first == null || first == Role.OTHER) first = role;
            found.add(role);
        }
        if (first == null) first = within(title);
        if (first == null) return Set.of();
        if (found.contains(Role.DATE) && found.contains(Role.REFERENCE)) return EnumSet.of(Role.DATE, Role.REFERENCE);
        if (found.contains(Role.IN) && found.contains(Role.OUT))
            return EnumSet.of(found.contains(Role.AMOUNT) ? Role.AMOUNT : Role.DIRECTION);
        return EnumSet.of(first);
    }

    /** Whether a title with marks is known: then the file's encoding is the one that it was read in. */
    boolean marked(String title) {
        for (String piece : BETWEEN_TITLES.splitAsStream(title).toList())
            if (marked.containsKey(words(piece)) && piece.chars().anyMatch(c -> c > 127)) return true;
        return false;
    }

    /** Words in small letters without marks, one blank between. */
    static String plain(String text) {
        return Normalizer.normalize(words(text).replace('đ', 'd'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
    }

    private static String words(String text) {
        String small = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace('ð', 'đ');
        String bare = NO_WORD.matcher(FOOTNOTE.matcher(small).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return CURRENCY.matcher(bare).replaceFirst("");
    }

    private @Nullable Role exact(String title) {
        Role role = marked.get(words(title));
        return role != null ? role : plain.get(plain(title));
    }

    /** The longest title that is a part of a longer one: {@code Ngày giao dịch Transaction Date}. */
    private @Nullable Role within(String title) {
        String words = " " + words(title) + " ";
        String bare = " " + plain(title) + " ";
        Optional<Role> longest = plain.keySet().stream()
                .filter(known -> known.indexOf(' ') > 0 || known.length() > 4)
                .filter(known -> bare.contains(" " + known + " "))
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .map(plain::get);
        if (longest.isPresent()) return longest.get();
        return words.contains(" nợ ") ? Role.OUT : words.contains(" có ") ? Role.IN : null;
    }

    private void put(String title, Role role) {
        String words = words(title);
        String bare = plain(title);
        if (words.isEmpty()) return;
        marked.put(words, role);
        if (!ONLY_WITH_MARKS.contains(bare)) plain.put(bare, role);
    }

    private static ColumnTitles load() {
        var known = new ColumnTitles();
        var file = Objects.requireNonNull(ColumnTitles.class.getClassLoader().getResourceAsStream(LIST), LIST);
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            List<NamedCsvRecord> all = rows.stream().toList();
            all.forEach(row -> known.put(row.getField("title"), Role.valueOf(row.getField("role"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }
}
