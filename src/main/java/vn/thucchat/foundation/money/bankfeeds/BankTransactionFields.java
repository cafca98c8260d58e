package vn.thucchat.foundation.money.bankfeeds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.thucchat.foundation.money.formats.BankReference;
import vn.thucchat.foundation.money.formats.BookingTime;

/**
 * Reads the fields of a teller's JSON, and refuses what makes no sense in them.
 *
 * @param canonical whether the teller signs JavaScript's spelling of numbers, so that {@code 15000.0} and {@code 15000}
 *     have one signature: numbers that are read must be spelled so
 * @param blank texts that the teller signs as it signs an empty one
 */
record BankTransactionFields(JsonNode node, boolean canonical, Set<String> blank) {

    BankTransactionFields(JsonNode node) {
        this(node, false, Set.of());
    }

    private static final int LONGEST = 100;
    /** Of {@code 2026-11-20}. */
    private static final int DAY_LENGTH = 10;

    private static final int LONGEST_MEMO = 1_000;
    /** A bank moves less in one go; what is more is an error. */
    static final long MOST_VND = 10_000_000_000_000L;

    /** Whole đồng, with its sign. */
    long amount(String field) throws UnfitField {
        JsonNode value = node.path(field);
        if (!value.isNumber() || misspelled(value)) throw new UnfitField(field);
        try {
            BigDecimal amount = value.decimalValue();
            if (amount.precision() - amount.scale() > 16 || amount.scale() > 16) throw new UnfitField(field);
            long vnd = amount.longValueExact();
            if (vnd == 0 || Math.abs(vnd) > MOST_VND) throw new UnfitField(field);
            return vnd;
        } catch (ArithmeticException fraction) {
            throw new UnfitField(field);
        }
    }

    /**
     * Vietnamese local time, with a space or a T, or with an offset of its own; of whatever fineness. A day alone is its
     * first instant, so that nobody who paid on the last day is late.
     */
    Instant time(String field, Instant now) throws UnfitField {
        String text = text(field);
        if (text == null) throw new UnfitField(field);
        boolean dayAlone = text.length() == DAY_LENGTH;
        BookingTime booked = (dayAlone ? BookingTime.xml(text, null) : BookingTime.xml(null, text.replace(' ', 'T')))
                .orElseThrow(() -> new UnfitField(field));
        Instant at = booked.at() != null
                ? booked.at()
                : booked.day().atStartOfDay(BookingTime.VIET_NAM).toInstant();
        // banks book ahead by hours at most
        if (at.isAfter(now.plus(1, ChronoUnit.DAYS))) throw new UnfitField(field);
        // as fine as the database keeps it
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    /** A number or text that tells one thing from another. */
    String id(String field) throws UnfitField {
        String text = text(field);
        if (text == null || text.length() > LONGEST) throw new UnfitField(field);
        return text;
    }

    @Nullable
    String reference(String field) throws UnfitField {
        String reference = BankReference.of(text(field));
        if (reference != null && reference.length() > LONGEST) throw new UnfitField(field);
        return reference;
    }

    /** Of the fields those that hold an account's number. */
    List<String> accounts(String... fields) throws UnfitField {
        var accounts = new ArrayList<String>();
        for (String field : fields) {
            String text = text(field);
            if (text != null && text.length() <= LONGEST && !accounts.contains(text)) accounts.add(text);
        }
        if (accounts.isEmpty()) throw new UnfitField(fields[fields.length - 1]);
        return accounts;
    }

    String memo(String field) throws UnfitField {
        String text = text(field);
        if (text == null) return "";
        return text.length() > LONGEST_MEMO ? text.substring(0, LONGEST_MEMO) : text;
    }

    /**
     * Null when it is missing, null or blank. NUL, which a database cannot keep, is taken out.
     *
     * @throws UnfitField when it is a number in another spelling than the signed one
     */
    @Nullable
    String text(String field) throws UnfitField {
        JsonNode value = node.path(field);
        if (!value.isString() && !value.isNumber()) return null;
        if (misspelled(value)) throw new UnfitField(field);
        String text = value.asString().replace("\0", "").strip();
        return text.isEmpty() || blank.contains(text) ? null : text;
    }

    private boolean misspelled(JsonNode value) {
        return canonical && value.isNumber() && !value.asString().equals(JavaScriptJson.plain(value));
    }
}
