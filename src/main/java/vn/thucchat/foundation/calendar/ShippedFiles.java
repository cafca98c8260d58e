package vn.thucchat.foundation.calendar;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.units.UnitCode;

/** Reads the files of {@code data/calendar}, which say what they rest on. A line that cannot be read is a bug and throws. */
final class ShippedFiles {

    private ShippedFiles() {}

    static List<HolidayRule> laws() {
        return read(
                "laws",
                line -> new HolidayRule(
                        line.getField("holiday"),
                        line.getField("calendar").equals("LUNAR"),
                        MonthDay.of(number(line, "month"), number(line, "day")),
                        number(line, "offset"),
                        number(line, "days"),
                        Boolean.parseBoolean(line.getField("decided_yearly")),
                        Boolean.parseBoolean(line.getField("compensated")),
                        validity(line),
                        document(line)));
    }

    static CountingRules counting() {
        return new CountingRules(read(
                "counting",
                line -> new CountingRules.Rule(
                        CountingRules.Name.valueOf(
                                line.getField("rule").replace('-', '_').toUpperCase(Locale.ROOT)),
                        line.getField("value"),
                        validity(line),
                        document(line))));
    }

    static List<StatedDay> notices() {
        return read(
                "notices",
                line -> new StatedDay(
                        LocalDate.parse(line.getField("day")),
                        StatedDay.Kind.valueOf(line.getField("kind")),
                        line.getField("holiday"),
                        line.getField("name"),
                        document(line),
                        true,
                        issued(line)));
    }

    static List<StatedHours> hours() {
        return read(
                "hours",
                line -> new StatedHours(
                        new UnitCode(line.getField("unit")),
                        LocalDate.parse(line.getField("valid_from")),
                        new OfficeHours(
                                OfficeHours.read(line.getField("weekdays")).orElseThrow(),
                                OfficeHours.read(line.getField("saturday")).orElseThrow()),
                        document(line),
                        false,
                        true,
                        issued(line)));
    }

    private static <T> List<T> read(String name, Function<NamedCsvRecord, T> line) {
        var file = new ClassPathResource("data/calendar/" + name + ".csv");
        try (var lines = CsvReader.builder().ofNamedCsvRecord(file.getInputStream())) {
            return lines.stream().map(line).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(NamedCsvRecord line, String field) {
        return Integer.parseInt(line.getField(field));
    }

    private static Validity validity(NamedCsvRecord line) {
        String to = line.getField("valid_to");
        return new Validity(
                LocalDate.parse(line.getField("valid_from")), to.isEmpty() ? LocalDate.MAX : LocalDate.parse(to));
    }

    private static SourceDocument document(NamedCsvRecord line) {
        return new SourceDocument(
                line.getField("document"),
                LocalDate.parse(line.getField("issued_on")),
                line.getField("issuer"),
                line.getField("source"),
                SourceDocument.Checked.valueOf(line.getField("checked")));
    }

    /** When the platform could have known of it: since the day of the document. */
    private static Instant issued(NamedCsvRecord line) {
        return LocalDate.parse(line.getField("issued_on"))
                .atStartOfDay(BusinessTime.VIETNAM)
                .toInstant();
    }
}
