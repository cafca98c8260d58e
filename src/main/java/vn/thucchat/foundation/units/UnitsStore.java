package vn.thucchat.foundation.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.units.UnitFiles.HeritageLine;
import vn.thucchat.foundation.units.UnitFiles.VersionLine;

/** The tables {@code units.collection}, {@code units.version} and {@code units.succession}. */
@Component
record UnitsStore(JdbcClient jdbc) {

    record Collection(String name, String hash, boolean shipped, String loadedBy) {}

    /** One writer at a time; readers go on. */
    private static final String LOCK = "LOCK TABLE units.collection IN SHARE ROW EXCLUSIVE MODE";

    private static final String STAMP = """
            SELECT coalesce(md5(string_agg(name || ' ' || hash, ',' ORDER BY name)), '') FROM units.collection
            """;

    private static final String COLLECTION = """
            SELECT name, hash, shipped, loaded_by FROM units.collection WHERE name = :name
            """;

    private static final String COLLECTIONS = """
            SELECT name, hash, shipped, loaded_by FROM units.collection ORDER BY name
            """;

    private static final String VERSIONS = """
            SELECT code, name, name_en, kind, parent, valid_from, valid_to
            FROM units.version
            ORDER BY code, ordinal
            """;

    private static final String VERSIONS_OF = """
            SELECT code, name, name_en, kind, parent, valid_from, valid_to
            FROM units.version
            WHERE (collection = :collection) = :inside
            ORDER BY code, ordinal
            """;

    private static final String SUCCESSIONS = """
            SELECT effective, old_code, new_code, share, source
            FROM units.succession
            ORDER BY effective, old_code, new_code
            """;

    private static final String REMOVE_VERSIONS = "DELETE FROM units.version WHERE collection = :collection";

    private static final String REMOVE_SUCCESSIONS = "DELETE FROM units.succession WHERE collection = :collection";

    private static final String PUT_COLLECTION = """
            INSERT INTO units.collection (name, hash, shipped, loaded_at, loaded_by)
            VALUES (:name, :hash, :shipped, :at, :by)
            ON CONFLICT (name) DO UPDATE
            SET hash = excluded.hash, shipped = excluded.shipped,
                loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by
            """;

    private static final String ADD_VERSIONS = """
            INSERT INTO units.version
                (code, ordinal, collection, name, name_en, kind, parent, valid_from, valid_to, source, checked)
            SELECT code, row_number() OVER (PARTITION BY code ORDER BY valid_from::date NULLS FIRST), :collection,
                name, name_en, kind, parent, valid_from::date, valid_to::date, source, checked
            FROM unnest(:code::text[], :nameVi::text[], :nameEn::text[], :kind::text[], :parent::text[],
                :validFrom::text[], :validTo::text[], :source::text[], :checked::text[])
                AS line (code, name, name_en, kind, parent, valid_from, valid_to, source, checked)
            """;

    private static final String ADD_SUCCESSIONS = """
            INSERT INTO units.succession (effective, old_code, new_code, collection, share, source, checked)
            SELECT effective::date, old_code, new_code, :collection, share::numeric, source, checked
            FROM unnest(:effective::text[], :oldCode::text[], :newCode::text[], :share::text[], :source::text[],
                :checked::text[])
                AS line (effective, old_code, new_code, share, source, checked)
            """;

    void lock() {
        jdbc.sql(LOCK).update();
    }

    /** Changes whenever any collection does. */
    String stamp() {
        return jdbc.sql(STAMP).query(String.class).single();
    }

    Optional<Collection> collection(String name) {
        return jdbc.sql(COLLECTION)
                .param("name", name)
                .query(Rows.of(Collection.class))
                .optional();
    }

    List<Collection> collections() {
        return jdbc.sql(COLLECTIONS).query(Rows.of(Collection.class)).list();
    }

    List<Unit> units() {
        return jdbc.sql(VERSIONS).query(UnitsStore::unit).list();
    }

    List<Unit> unitsOf(String collection) {
        return units(collection, true);
    }

    List<Unit> unitsOfOthers(String collection) {
        return units(collection, false);
    }

    private List<Unit> units(String collection, boolean inside) {
        return jdbc.sql(VERSIONS_OF)
                .param("collection", collection)
                .param("inside", inside)
                .query(UnitsStore::unit)
                .list();
    }

    List<Heritage> successions() {
        return jdbc.sql(SUCCESSIONS)
                .query((row, number) -> new Heritage(
                        new UnitCode(row.getString("old_code")),
                        code(row.getString("new_code")),
                        row.getObject("effective", LocalDate.class),
                        row.getBigDecimal("share"),
                        row.getString("source")))
                .list();
    }

    /** Puts the whole collection in the place of what was there under its name. */
    void replace(Collection collection, Instant at, List<VersionLine> versions, List<HeritageLine> successions) {
        jdbc.sql(REMOVE_SUCCESSIONS).param("collection", collection.name()).update();
        jdbc.sql(REMOVE_VERSIONS).param("collection", collection.name()).update();
        jdbc.sql(PUT_COLLECTION)
                .param("name", collection.name())
                .param("hash", collection.hash())
                .param("shipped", collection.shipped())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", collection.loadedBy())
                .update();
        int added = addVersions(collection.name(), versions) + addSuccessions(collection.name(), successions);
        if (added != versions.size() + successions.size())
            throw new IllegalStateException("Wrote %d lines of units".formatted(added));
    }

    private int addVersions(String collection, List<VersionLine> lines) {
        return Batch.of(lines)
                .word("code", line -> line.unit().code())
                .text("nameVi", line -> line.unit().name())
                .text("nameEn", line -> line.unit().nameEn())
                .text("kind", line -> line.unit().kind().code())
                .word("parent", line -> line.unit().parent())
                .day("validFrom", line -> line.unit().validFrom())
                .day("validTo", line -> line.unit().validTo())
                .text("source", VersionLine::source)
                .text("checked", VersionLine::checked)
                .update(jdbc.sql(ADD_VERSIONS).param("collection", collection));
    }

    private int addSuccessions(String collection, List<HeritageLine> lines) {
        return Batch.of(lines)
                .day("effective", line -> line.heritage().effective())
                .word("oldCode", line -> line.heritage().from())
                .word("newCode", line -> line.heritage().to())
                .word("share", line -> line.heritage().share())
                .text("source", line -> line.heritage().source())
                .text("checked", HeritageLine::checked)
                .update(jdbc.sql(ADD_SUCCESSIONS).param("collection", collection));
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                new UnitCode(row.getString("code")),
                row.getString("name"),
                row.getString("name_en"),
                UnitKind.of(row.getString("kind")).orElseThrow(),
                code(row.getString("parent")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    private static @Nullable UnitCode code(@Nullable String value) {
        return value == null ? null : new UnitCode(value);
    }
}
