package vn.thucchat.foundation.sheets;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;

/** What we write into a cell. Text stays text, whatever it looks like; a link is a link only when given as one. */
public sealed interface Entry {

    record Text(String text) implements Entry {}

    /** Beyond 15 digits, which spreadsheet programs cannot hold, it is written as text instead of being rounded. */
    record Numeral(BigDecimal value) implements Entry {}

    record Day(LocalDate day) implements Entry {}

    record Link(String text, URI address) implements Entry {}

    record Blank() implements Entry {}

    static Entry of(String text) {
        return text.isEmpty() ? new Blank() : new Text(text);
    }

    static Entry of(BigDecimal value) {
        return new Numeral(value);
    }

    static Entry of(long value) {
        return new Numeral(BigDecimal.valueOf(value));
    }

    static Entry of(LocalDate day) {
        return new Day(day);
    }

    static Entry link(String text, URI address) {
        return new Link(text, address);
    }

    static Entry blank() {
        return new Blank();
    }
}
