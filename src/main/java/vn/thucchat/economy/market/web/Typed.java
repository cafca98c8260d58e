package vn.thucchat.economy.market.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.pages.VietnameseText;
import vn.thucchat.foundation.papers.Parsed;
import vn.thucchat.foundation.papers.VietnameseDays;
import vn.thucchat.foundation.papers.VietnameseNumbers;

/** What was typed into a form, field by field: it comes back as it was when something is wrong with it. */
public record Typed(Map<String, String> fields) {

    static final Typed NOTHING = new Typed(Map.of());
    private static final int LONGEST = 300;
    private static final BigDecimal MOST_VND = BigDecimal.TEN.pow(15);
    private static final String RENT_FAULT = "market.rent.fault";

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
        Parsed<LocalDate> day = VietnameseDays.parse(text(name)).filter(Typed::likely, "market.day.fault");
        if (day.value().isEmpty()) faults.add(new Fault(name, blank(name) ? t.of("market.day.fault") : day.why(t)));
        return day.orNull();
    }

    /** A day, null where none was typed, or a fault. */
    @Nullable
    LocalDate dayOrNone(String name, Texts t, List<Fault> faults) {
        return blank(name) ? null : day(name, t, faults);
    }

    /** Whole đồng, or a fault. */
    @Nullable
    Long vnd(String name, Texts t, List<Fault> faults) {
        Parsed<BigDecimal> vnd = VietnameseNumbers.whole(text(name)).filter(n -> n.compareTo(MOST_VND) < 0, RENT_FAULT);
        if (vnd.value().isEmpty()) faults.add(new Fault(name, blank(name) ? t.of(RENT_FAULT) : vnd.why(t)));
        return vnd.value().map(BigDecimal::longValue).orElse(null);
    }

    /** A number that may have decimals, null where none was typed, or a fault. */
    @Nullable
    BigDecimal decimal(String name, Texts t, List<Fault> faults) {
        if (blank(name)) return null;
        Parsed<BigDecimal> number = VietnameseNumbers.decimal(text(name));
        if (number.value().isEmpty()) faults.add(new Fault(name, number.why(t)));
        return number.orNull();
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
        return VietnameseDays.parse(text).value().filter(Typed::likely).orElse(null);
    }

    private static boolean likely(LocalDate day) {
        return day.getYear() >= 1951;
    }

    private static String cut(String text) {
        return VietnameseText.kept(text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }
}
