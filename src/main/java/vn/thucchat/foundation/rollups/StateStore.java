package vn.thucchat.foundation.rollups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.UnitCode;

/** Reads how things stood: {@code rollups.state}. */
@Component
record StateStore(JdbcClient jdbc) {

    /**
     * Steps through the index from one thing to the next, so that the time it takes does not grow with what was stated
     * before.
     */
    private static final String LAST = """
            WITH RECURSIVE thing AS (
                SELECT f.*
                FROM unnest(:kinds::text[]) AS k (kind) CROSS JOIN unnest(:units::text[]) AS u (unit)
                CROSS JOIN LATERAL (
                    SELECT s.kind, s.unit, s.facets, s.subject, s.synthetic FROM rollups.state s
                    WHERE s.kind = k.kind AND s.unit = u.unit
                    ORDER BY s.facets, s.subject, s.synthetic LIMIT 1) f
                UNION ALL
                SELECT n.*
                FROM thing t
                CROSS JOIN LATERAL (
                    SELECT s.kind, s.unit, s.facets, s.subject, s.synthetic FROM rollups.state s
                    WHERE s.kind = t.kind AND s.unit = t.unit
                        AND (s.facets, s.subject, s.synthetic) > (t.facets, t.subject, t.synthetic)
                    ORDER BY s.facets, s.subject, s.synthetic LIMIT 1) n)
            SELECT t.kind, t.unit, t.facets::text, t.subject, t.synthetic, l.day, l.provenance, l.amount
            FROM thing t
            CROSS JOIN LATERAL (
                SELECT s.day, s.provenance, s.amount FROM rollups.state s
                WHERE s.kind = t.kind AND s.unit = t.unit AND s.facets = t.facets AND s.subject = t.subject
                    AND s.synthetic = t.synthetic AND s.day <= :to
                ORDER BY s.day DESC, s.at DESC, s.provenance LIMIT 1) l""";

    /** All that one unit stated, by the index: it states less than a search for each thing would cost. */
    private static final String LAST_OF_UNIT = """
            SELECT DISTINCT ON (s.kind, s.facets, s.subject)
                s.kind, s.unit, s.facets::text, s.subject, s.synthetic, s.day, s.provenance, s.amount
            FROM rollups.state s
            WHERE s.kind = ANY (:kinds::text[]) AND s.unit = :unit AND s.facets @> :filter::jsonb
                AND s.synthetic = :synthetic AND s.day <= :to
            ORDER BY s.kind, s.facets, s.subject, s.day DESC, s.at DESC, s.provenance""";

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> FACETS = new TypeReference<>() {};

    /** What was last stated in each unit on or before a day. */
    List<Sums.State> last(Collection<String> kinds, Collection<UnitCode> units, LocalDate to) {
        if (kinds.isEmpty() || units.isEmpty()) return List.of();
        return jdbc.sql(LAST)
                .param("kinds", kinds.toArray(String[]::new))
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .param("to", to)
                .query(new States())
                .list();
    }

    /**
     * What was last stated in one unit on or before a day.
     *
     * @param filter the facets that a state must have
     */
    List<Sums.State> last(
            Collection<String> kinds, UnitCode unit, Map<String, String> filter, boolean synthetic, LocalDate to) {
        if (kinds.isEmpty()) return List.of();
        return jdbc.sql(LAST_OF_UNIT)
                .param("kinds", kinds.toArray(String[]::new))
                .param("unit", unit.value())
                .param("filter", JSON.writeValueAsString(filter))
                .param("synthetic", synthetic)
                .param("to", to)
                .query(new States())
                .list();
    }

    /** Reads each text of facets once. */
    private static final class States implements RowMapper<Sums.State> {
        private final Map<String, Map<String, String>> facets = new HashMap<>();

        @Override
        public Sums.State mapRow(ResultSet row, int number) throws SQLException {
            return new Sums.State(
                    text(row.getString(1)),
                    new UnitCode(text(row.getString(2))),
                    facets.computeIfAbsent(text(row.getString(3)), json -> JSON.readValue(json, FACETS)),
                    subject(row.getObject(4, UUID.class)),
                    row.getBoolean(5),
                    Objects.requireNonNull(row.getObject(6, LocalDate.class)),
                    Provenance.valueOf(row.getString(7)),
                    row.getLong(8));
        }
    }

    private static @Nullable UUID subject(@Nullable UUID column) {
        return RollUpState.NO_SUBJECT.equals(column) ? null : column;
    }

    private static String text(@Nullable String column) {
        return Objects.requireNonNull(column);
    }
}
