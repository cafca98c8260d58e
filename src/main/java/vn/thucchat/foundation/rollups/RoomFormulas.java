package vn.thucchat.foundation.rollups;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** The formulas in a room's dictionary of indicators, so that its own pages compute by the same ones. */
public final class RoomFormulas {

    private final String file;
    private final Map<String, Formula> formulas = new HashMap<>();

    private RoomFormulas(String file) {
        this.file = file;
    }

    /** @param room names the file: {@code market} for {@code data/indicators/market.csv} */
    public static RoomFormulas of(String room) {
        var found = new RoomFormulas("data/indicators/" + room + ".csv");
        try (var rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new ClassPathResource(found.file).getInputStream(), StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows)
                if (!row.getField("formula").isEmpty())
                    found.formulas.put(row.getField("code"), Formula.of(row.getField("formula")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** @throws IllegalStateException when the file has no such indicator or it has no formula */
    public Formula formula(String indicator) {
        Formula formula = formulas.get(indicator);
        if (formula == null) throw new IllegalStateException("No formula of " + indicator + " in " + file);
        return formula;
    }
}
