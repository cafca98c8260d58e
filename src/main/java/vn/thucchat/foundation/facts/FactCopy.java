package vn.thucchat.foundation.facts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import tools.jackson.databind.json.JsonMapper;

/** Writes facts in PostgreSQL's binary COPY format: its quickest way in, for one row as for a million. */
final class FactCopy {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int CHUNK = 1 << 16;
    /** A row's fixed widths and lengths, with room to spare. */
    private static final int ROW = 512;

    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final JsonMapper JSON = new JsonMapper();

    private final CopyIn copy;
    private final Map<Object, byte[]> encoded = new HashMap<>();
    private ByteBuffer buffer = ByteBuffer.allocate(CHUNK + ROW);

    private FactCopy(CopyIn copy) {
        this.copy = copy;
        buffer.put(HEADER);
    }

    /** @param stamp the transaction number to write instead of the column's default, or null */
    static void write(Connection connection, String sql, Iterable<Fact> facts, @Nullable Long stamp)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            var rows = new FactCopy(copy);
            for (Fact fact : facts) rows.put(fact, stamp);
            rows.buffer.putShort((short) -1);
            rows.send();
            copy.endCopy();
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
    }

    private void put(Fact fact, @Nullable Long stamp) throws SQLException {
        buffer.putShort((short) (stamp == null ? 13 : 14));
        put(bytes(fact.unit().value()));
        put(fact.id().value());
        put(bytes(fact.kind()));
        buffer.putInt(4).putInt((int) (fact.day().toEpochDay() - EPOCH_DAY));
        Instant at = fact.at();
        put((at.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + at.getNano() / 1_000);
        put(fact.subject());
        byte[] facets = json(fact.facets());
        room(facets.length + ROW);
        // the version of jsonb's binary form comes before its text
        buffer.putInt(facets.length + 1).put((byte) 1).put(facets);
        put(fact.count());
        put(fact.amount());
        put(bytes(fact.provenance().name()));
        buffer.putInt(1).put((byte) (fact.synthetic() ? 1 : 0));
        put(fact.evidence());
        put(fact.corrects() == null ? null : fact.corrects().value());
        if (stamp != null) put(stamp.longValue());
        if (buffer.position() >= CHUNK) send();
    }

    private void put(long value) {
        buffer.putInt(8).putLong(value);
    }

    private void put(@Nullable UUID id) {
        if (id == null) buffer.putInt(-1);
        else buffer.putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private void put(byte[] text) {
        buffer.putInt(text.length).put(text);
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes)
            buffer = ByteBuffer.allocate(buffer.capacity() + bytes).put(buffer.flip());
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private byte[] bytes(String text) {
        byte[] known = encoded.get(text);
        return known != null ? known : remember(text, text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] json(Map<String, String> facets) {
        byte[] known = encoded.get(facets);
        return known != null ? known : remember(facets, JSON.writeValueAsBytes(facets));
    }

    /** Units, kinds and facets repeat; what does not repeat must not fill the memory. */
    private byte[] remember(Object key, byte[] value) {
        if (encoded.size() > 10_000) encoded.clear();
        encoded.put(key, value);
        return value;
    }
}
