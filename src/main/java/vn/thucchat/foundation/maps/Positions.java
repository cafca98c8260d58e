package vn.thucchat.foundation.maps;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import vn.thucchat.foundation.units.UnitCode;

/**
 * Where the communes of one day lie; {@code data/maps/positions.csv} has several such days.
 *
 * @param on a day on which these were the communes
 */
record Positions(LocalDate on, Map<UnitCode, Position> all) {

    /** @param source the data set that the point was computed from */
    record Position(double longitude, double latitude, String source) {}

    private static final String FILE = "data/maps/positions.csv";

    /** How the data sets are called by people, with their authors. */
    private static final Map<String, String> NAMES = Map.of(
            "choisy/vietnam63", "vietnam63 (Marc Choisy)",
            "thanglequoc/vietnamese-provinces-database", "Vietnamese Provinces Database (Thang Le Quoc)");

    /** Marks a point that was put together of others of the same file. */
    private static final String DERIVED = "derived";

    private static final NavigableMap<LocalDate, Positions> SHIPPED = read();

    /** The positions of the latest day up to {@code day}, or of the first day of the file. */
    static Positions on(LocalDate day) {
        var found = SHIPPED.floorEntry(day);
        return (found == null ? SHIPPED.firstEntry() : found).getValue();
    }

    /** The names of the data sets that the points come from. */
    String sources() {
        return all.values().stream()
                .map(Position::source)
                .filter(source -> !source.equals(DERIVED))
                .distinct()
                .sorted()
                .map(source -> NAMES.getOrDefault(source, source))
                .collect(Collectors.joining(", "));
    }

    private static NavigableMap<LocalDate, Positions> read() {
        var days = new TreeMap<LocalDate, Positions>();
        try (var lines = CsvReader.builder().ofNamedCsvRecord(new ClassPathResource(FILE).getInputStream())) {
            for (NamedCsvRecord line : lines)
                days.computeIfAbsent(day(line.getField("on")), on -> new Positions(on, new TreeMap<>()))
                        .all
                        .put(
                                new UnitCode(line.getField("code")),
                                new Position(
                                        Double.parseDouble(line.getField("lon")),
                                        Double.parseDouble(line.getField("lat")),
                                        line.getField("source")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return days;
    }

    /** {@code 2022} and {@code 2025-07} stand for the first day of the year and of the month. */
    private static LocalDate day(String written) {
        List<String> missing = List.of("-01-01", "-01");
        return LocalDate.parse(written + missing.get(written.length() == 4 ? 0 : 1));
    }
}
