package vn.thucchat.foundation.calendar.web;

import java.util.List;
import java.util.stream.Stream;
import vn.thucchat.foundation.calendar.CalendarEdits;
import vn.thucchat.foundation.calendar.SourceDocument;
import vn.thucchat.foundation.calendar.StatedDay;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;

/**
 * What may be chosen where something is stated.
 *
 * @param holidays nothing first: a day that decides no holiday of the law
 */
public record CalendarOptions(List<Option> kinds, List<Option> holidays, List<Option> checked) {

    static CalendarOptions of(Texts t) {
        return new CalendarOptions(
                Stream.of(StatedDay.Kind.values())
                        .map(kind -> new Option(kind.name(), t.of("calendar.stated." + kind)))
                        .toList(),
                Stream.concat(
                                Stream.of(new Option("", t.of("calendar.holiday.no"))),
                                CalendarEdits.HOLIDAYS.stream()
                                        .map(code -> new Option(code, t.of("calendar.holiday." + code))))
                        .toList(),
                Stream.of(SourceDocument.Checked.values())
                        .map(how -> new Option(how.name(), t.of("calendar.checked." + how)))
                        .toList());
    }
}
