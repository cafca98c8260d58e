package vn.thucchat.foundation.maps;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.units.UnitCode;

/** The statements of the schema {@code maps}: rows are added and read, never changed. */
@Component
record BoundaryStore(JdbcClient jdbc) {

    /** After every id there is. */
    static final UUID LAST = new UUID(-1, -1);

    private static final String FILES = """
            SELECT f.id, f.boundaries_on, f.source, f.licence, f.units, f.loaded_at, f.loaded_by, w.withdrawn_at,
                w.withdrawn_by
            FROM maps.boundary_file f LEFT JOIN maps.withdrawal w ON w.file = f.id
            WHERE f.id < :before
            ORDER BY f.id DESC LIMIT :most""";

    private static final String IN_FORCE = """
            SELECT f.id, f.boundaries_on, f.source, f.licence, f.units, f.loaded_at, f.loaded_by,
                NULL::timestamptz AS withdrawn_at, NULL::text AS withdrawn_by
            FROM maps.boundary_file f
            WHERE NOT EXISTS (SELECT FROM maps.withdrawal w WHERE w.file = f.id)
            ORDER BY f.id DESC""";

    private static final String FILE = """
            SELECT f.id, f.boundaries_on, f.source, f.licence, f.units, f.loaded_at, f.loaded_by, w.withdrawn_at,
                w.withdrawn_by
            FROM maps.boundary_file f LEFT JOIN maps.withdrawal w ON w.file = f.id
            WHERE f.id = :id""";

    private static final String HAS =
            "SELECT EXISTS (SELECT FROM maps.boundary_file WHERE id = :id AND sha256 = :sha256)";

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('maps.boundary_file'), hashtext(:on))";

    private static final String OUTLINES = "SELECT unit, shape FROM maps.outline WHERE file = :file";

    private static final String ADD_FILE = """
            INSERT INTO maps.boundary_file (id, boundaries_on, source, licence, units, sha256, loaded_at, loaded_by,
                account)
            VALUES (:id, :on, :source, :licence, :units, :sha256, :at, :by, :account)""";

    private static final String ADD_OUTLINES = """
            INSERT INTO maps.outline (file, unit, shape)
            SELECT :file, unit, decode(shape, 'hex') FROM unnest(:units::text[], :shapes::text[]) AS o (unit, shape)""";

    private static final String WITHDRAW = """
            INSERT INTO maps.withdrawal (file, withdrawn_at, withdrawn_by, account)
            VALUES (:file, :at, :by, :account)
            ON CONFLICT DO NOTHING""";

    /** What was loaded before a file, withdrawn or not, the latest first. */
    List<BoundaryFile> files(UUID before, int most) {
        return jdbc.sql(FILES)
                .param("before", before)
                .param("most", most)
                .query(Rows.of(BoundaryFile.class))
                .list();
    }

    /** Those that nobody withdrew, the latest first. */
    List<BoundaryFile> inForce() {
        return jdbc.sql(IN_FORCE).query(Rows.of(BoundaryFile.class)).list();
    }

    Optional<BoundaryFile> file(UUID id) {
        return jdbc.sql(FILE).param("id", id).query(Rows.of(BoundaryFile.class)).optional();
    }

    /** Whether a file was sent with this content. */
    boolean has(UUID file, String sha256) {
        return jdbc.sql(HAS)
                .param("id", file)
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    /** Lets nobody else load boundaries of these days until the end of the transaction. */
    void lock(LocalDate on) {
        jdbc.sql(LOCK).param("on", on.toString()).query((row, number) -> true).single();
    }

    /** The shapes of a file, in degrees. */
    Map<UnitCode, Geometry> outlines(UUID file) {
        var shapes = new TreeMap<UnitCode, Geometry>();
        jdbc.sql(OUTLINES).param("file", file).query(row -> {
            shapes.put(new UnitCode(row.getString("unit")), shape(row.getBytes("shape")));
        });
        return shapes;
    }

    void add(BoundaryFile file, UUID account, String sha256, NavigableMap<UnitCode, Geometry> shapes) {
        jdbc.sql(ADD_FILE)
                .param("id", file.id())
                .param("on", file.boundariesOn())
                .param("source", file.source())
                .param("licence", file.licence())
                .param("units", file.units())
                .param("sha256", sha256)
                .param("at", file.load().loadedAt().atOffset(ZoneOffset.UTC))
                .param("by", file.load().loadedBy())
                .param("account", account)
                .update();
        int added = Batch.of(shapes.entrySet())
                .word("units", Map.Entry::getKey)
                .text("shapes", entry -> WKBWriter.toHex(new WKBWriter().write(entry.getValue())))
                .update(jdbc.sql(ADD_OUTLINES).param("file", file.id()));
        if (added != shapes.size()) throw new IllegalStateException("Wrote %d outlines".formatted(added));
    }

    /** @return whether it was in force until now */
    boolean withdraw(UUID file, Instant at, String by, UUID account) {
        return jdbc.sql(WITHDRAW)
                        .param("file", file)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("account", account)
                        .update()
                == 1;
    }

    private static Geometry shape(byte[] wkb) {
        try {
            return new WKBReader().read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("an outline is no geometry", e);
        }
    }
}
