package vn.thucchat.foundation.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of {@code files.file}. */
@Component
record FileStore(JdbcClient jdbc) {

    private static final String KEEP = """
            INSERT INTO files.file (id, name, media_type, size_bytes, sha256, content, kept_at, kept_by)
            VALUES (:id, :name, :mediaType, :sizeBytes, :sha256, :content, :keptAt, :keptBy)
            """;

    private static final String OPEN = """
            SELECT id, name, media_type, size_bytes, sha256, kept_at, kept_by, content
            FROM files.file
            WHERE id = :id
            """;

    private static final String NOTES = """
            SELECT id, name, media_type, size_bytes, sha256, kept_at, kept_by
            FROM files.file
            WHERE id = ANY(:ids)
            ORDER BY id
            """;

    void keep(FileNote note, byte[] content) {
        jdbc.sql(KEEP)
                .param("id", note.id().value())
                .param("name", note.name())
                .param("mediaType", note.mediaType())
                .param("sizeBytes", note.sizeBytes())
                .param("sha256", HexFormat.of().parseHex(note.sha256()))
                .param("content", content)
                .param("keptAt", note.keptAt().atOffset(ZoneOffset.UTC))
                .param("keptBy", note.keptBy())
                .update();
    }

    Optional<KeptFile> open(FileId id) {
        return jdbc.sql(OPEN)
                .param("id", id.value())
                .query((row, number) -> new KeptFile(note(row), row.getBytes("content")))
                .optional();
    }

    List<FileNote> notes(Collection<FileId> ids) {
        return jdbc.sql(NOTES)
                .param("ids", ids.stream().map(FileId::value).toArray(UUID[]::new))
                .query((row, number) -> note(row))
                .list();
    }

    private static FileNote note(ResultSet row) throws SQLException {
        return new FileNote(
                new FileId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("media_type"),
                row.getInt("size_bytes"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getObject("kept_at", OffsetDateTime.class).toInstant(),
                row.getObject("kept_by", UUID.class));
    }
}
