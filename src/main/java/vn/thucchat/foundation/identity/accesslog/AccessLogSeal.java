package vn.thucchat.foundation.identity.accesslog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Seal;

/**
 * One link of the chain that seals the access log: an HMAC-SHA-256 over the lines of some positions and the link before
 * it. Whoever changes, removes or adds a line in the database cannot make the link fit without {@code SECRET_KEY}.
 *
 * @param from the position after which it begins; {@code to} the last one it covers
 * @param keyId which key it was made with
 * @param lines for each line its position (8 bytes) and the first 16 bytes of its HMAC
 * @param seal 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as wholes
record AccessLogSeal(long from, long to, Instant sealedAt, String keyId, byte[] lines, byte[] seal) {

    static final byte[] NONE = new byte[32];

    private static final String LINE = "access log line";
    private static final String LINK = "access log seal";
    private static final int MAC_BYTES = 16;

    /**
     * A line with its place in the log.
     *
     * @param subject whose data was read, or null; older lines have none, and are sealed without
     */
    record Line(long position, LogEntry entry, @Nullable UUID subject) {}

    static AccessLogSeal of(AccessLogSeal.End before, long to, List<Line> lines, Instant at, Seal keys) {
        String keyId = keys.keyId();
        var packed = ByteBuffer.allocate(lines.size() * (Long.BYTES + MAC_BYTES));
        for (Line line : lines) packed.putLong(line.position()).put(mac(line, keys, keyId));
        Instant sealedAt = at.truncatedTo(ChronoUnit.MICROS);
        byte[] seal = seal(before, to, sealedAt, packed.array(), keys, keyId);
        return new AccessLogSeal(before.position(), to, sealedAt, keyId, packed.array(), seal);
    }

    /** The last position that is sealed, and its seal. */
    record End(long position, byte[] seal) {

        static final End START = new End(0, NONE);
    }

    End end() {
        return new End(to, seal);
    }

    /** Whether it is what was written here, after that link. */
    boolean follows(End before, Seal keys) {
        return from == before.position() && Arrays.equals(seal, seal(before, to, sealedAt, lines, keys, keyId));
    }

    /** What was sealed of each line, by position. */
    Map<Long, byte[]> macs() {
        var macs = new LinkedHashMap<Long, byte[]>();
        var packed = ByteBuffer.wrap(lines);
        while (packed.hasRemaining()) {
            long position = packed.getLong();
            byte[] mac = new byte[MAC_BYTES];
            packed.get(mac);
            macs.put(position, mac);
        }
        return macs;
    }

    byte[] mac(Line line, Seal keys) {
        return mac(line, keys, keyId);
    }

    private static byte[] mac(Line line, Seal keys, String keyId) {
        LogEntry entry = line.entry();
        var texts = new ArrayList<>(List.of(
                entry.id().toString(),
                entry.at().toString(),
                entry.account().toString(),
                entry.username(),
                entry.action(),
                entry.object(),
                entry.detail(),
                entry.ip()));
        // one text more, so that a subject can be neither added nor taken away
        if (line.subject() != null) texts.add(line.subject().toString());
        byte[] text = packed(line.position(), texts.toArray(String[]::new));
        return Arrays.copyOf(keys.authenticate(text, LINE, keyId), MAC_BYTES);
    }

    private static byte[] seal(End before, long to, Instant at, byte[] lines, Seal keys, String keyId) {
        byte[] head = packed(before.position(), Long.toString(to), at.toString());
        byte[] message = ByteBuffer.allocate(before.seal().length + head.length + lines.length)
                .put(before.seal())
                .put(head)
                .put(lines)
                .array();
        return keys.authenticate(message, LINK, keyId);
    }

    /** Each text behind its length, so that no two rows are packed alike. */
    private static byte[] packed(long position, String... texts) {
        byte[][] bytes = Arrays.stream(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        var packed = ByteBuffer.allocate(Long.BYTES
                + Arrays.stream(bytes)
                        .mapToInt(text -> Integer.BYTES + text.length)
                        .sum());
        packed.putLong(position);
        for (byte[] text : bytes) packed.putInt(text.length).put(text);
        return packed.array();
    }
}
