package vn.thucchat.foundation.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.units.UnitCode;

/** Turns rows into facts for one reading; what repeats from row to row is made once. */
final class FactRows {

    /** In the order that {@link #fact} reads them. */
    static final String COLUMNS =
            " f.id, f.kind, f.unit, f.day, f.at, f.subject, f.facets::text, f.count, f.amount, f.provenance,"
                    + " f.synthetic, f.evidence, f.corrects ";

    static final int WIDTH = 13;
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> FACETS = new TypeReference<>() {};

    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, UnitCode> units = new HashMap<>();
    private final Map<String, Map<String, String>> facets = new HashMap<>();
    private final Map<String, Provenance> provenances = new HashMap<>();

    Fact fact(ResultSet row) throws SQLException {
        UUID corrects = row.getObject(13, UUID.class);
        return new Fact(
                new FactId(get(row, 1, UUID.class)),
                known(kinds, row.getString(2), kind -> kind),
                known(units, row.getString(3), UnitCode::new),
                get(row, 4, LocalDate.class),
                get(row, 5, OffsetDateTime.class).toInstant(),
                row.getObject(6, UUID.class),
                known(facets, row.getString(7), json -> Map.copyOf(JSON.readValue(json, FACETS))),
                row.getLong(8),
                row.getLong(9),
                known(provenances, row.getString(10), Provenance::valueOf),
                row.getBoolean(11),
                get(row, 12, UUID.class),
                corrects == null ? null : new FactId(corrects));
    }

    private static <T> T get(ResultSet row, int column, Class<T> type) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, type));
    }

    private static <T> T known(Map<String, T> values, @Nullable String text, Function<String, T> make) {
        String key = Objects.requireNonNull(text);
        T value = values.get(key);
        if (value == null) {
            if (values.size() > 10_000) values.clear();
            value = make.apply(key);
            values.put(key, value);
        }
        return value;
    }
}
