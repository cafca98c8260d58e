package vn.thucchat.foundation.registers.web;

import java.util.List;
import java.util.stream.Stream;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.registers.Look;
import vn.thucchat.foundation.registers.Subject;

/**
 * Where a clerk finds a person, household or business.
 *
 * @param unknown a household or business was not found and may be opened
 */
public record CounterRecordsPage(Form<?> form, boolean unknown) {

    public static final String PATH = "/registers";

    public static List<Option> kinds(Texts t) {
        return Option.all(t, "registers.kind.", Subject.Kind.values());
    }

    public static List<Option> purposes(Texts t) {
        return Stream.of(Look.Purpose.values())
                .filter(Look.Purpose::official)
                .map(purpose -> new Option(purpose.name(), t.of("registers.purpose." + purpose)))
                .toList();
    }
}
