package vn.thucchat.economy.market.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.VietnameseNumbers;

/** What was typed into a form, field by field: it comes back as it was when something is wrong with it. */
public record Typed(Map<String, String> fields) {

    static final Typed NOTHING = new Typed(Map.of());
    private static final int LONGEST = 300;

    public Typed {
        var cut = new HashMap<String, String>();
        fields.forEach((name, text) -> cut.put(name, cut(text)));
        fields = Map.copyOf(cut);
    }

    public String text(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean blank(String name) {
        return text(name).isEmpty();
    }

    /** A day; empty where none was typed or what was is none. */
    Optional<LocalDate> date(String name) {
        return Optional.ofNullable(read(text(name)));
    }

    /** A day, or a fault when it is none. */
    @Nullable
    LocalDate day(String name, Texts t, List<Fault> faults) {
        LocalDate day = date(name).orElse(null);
        if (day == null) faults.add(new Fault(name, t.of("market.day.fault")));
        return day;
    }

    /** A day, null where none was typed, or a fault. */
    @Nullable
    LocalDate dayOrNone(String name, Texts t, List<Fault> faults) {
        return blank(name) ? null : day(name, t, faults);
    }

    /** Whole đồng, or a fault. */
    @Nullable
    Long vnd(String name, Texts t, List<Fault> faults) {
        var value = number(name).filter(n -> n.stripTrailingZeros().scale() <= 0 && n.precision() < 16);
        if (value.isEmpty()) faults.add(new Fault(name, t.of("market.rent.fault")));
        return value.map(BigDecimal::longValue).orElse(null);
    }

    Optional<BigDecimal> number(String name) {
        return VietnameseNumbers.parse(text(name));
    }

    Optional<UUID> id(String name) {
        return uuid(text(name));
    }

    private static Optional<UUID> uuid(String text) {
        return text.matches("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    static @Nullable LocalDate read(String text) {
        try {
            LocalDate day = text.length() == 10 ? LocalDate.parse(text) : null;
            return day != null && day.getYear() >= 1951 && day.getYear() < 2200 ? day : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String cut(String text) {
        return (text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }
}
