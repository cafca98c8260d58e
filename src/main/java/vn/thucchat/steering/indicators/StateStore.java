package vn.thucchat.steering.indicators;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.UnitCode;

/** Reads how things stood: {@code indicators.state}. */
@Repository
class StateStore {

    /**
     * The last that was stated of a subject in one unit, whoever stated it.
     *
     * @param subject {@link RollUpState#NO_SUBJECT} when it is about the unit itself
     */
    record Row(
            String kind,
            UnitCode unit,
            Map<String, String> facets,
            UUID subject,
            boolean synthetic,
            LocalDate day,
            Provenance provenance,
            long amount) {}

    private static final String LAST = """
            SELECT DISTINCT ON (kind, unit, facets, subject, synthetic)
                kind, unit, facets::text, subject, synthetic, day, provenance, amount
            FROM indicators.state
            WHERE kind = ANY (:kinds::text[]) AND unit = ANY (:units::text[]) AND day <= :to
            ORDER BY kind DESC, unit DESC, facets DESC, subject DESC, synthetic DESC, day DESC, at DESC, provenance
            """;
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> FACETS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    StateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was last stated in each unit on or before a day. */
    List<Row> last(Collection<String> kinds, Collection<UnitCode> units, LocalDate to) {
        if (kinds.isEmpty() || units.isEmpty()) return List.of();
        return jdbc.sql(LAST)
                .param("kinds", kinds.toArray(String[]::new))
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .param("to", to)
                .query((row, number) -> new Row(
                        text(row.getString(1)),
                        new UnitCode(text(row.getString(2))),
                        JSON.readValue(text(row.getString(3)), FACETS),
                        Objects.requireNonNull(row.getObject(4, UUID.class)),
                        row.getBoolean(5),
                        Objects.requireNonNull(row.getObject(6, LocalDate.class)),
                        Provenance.valueOf(row.getString(7)),
                        row.getLong(8)))
                .list();
    }

    private static String text(@org.jspecify.annotations.Nullable String column) {
        return Objects.requireNonNull(column);
    }
}
