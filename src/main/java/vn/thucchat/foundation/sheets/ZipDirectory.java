package vn.thucchat.foundation.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * The table of contents of a zip held in memory, read without unpacking anything (APPNOTE 6.3.10, 4.3.12 and 4.3.16).
 * Only whole, plain archives: what a spreadsheet or word processor never makes is an error. JDK's and others' readers
 * build objects for every entry a hostile file lists; this one stops at {@link #MOST_ENTRIES}.
 */
public final class ZipDirectory {

    static final int MOST_ENTRIES = 1_000;

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_SIZE = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_SIZE = 30;

    private final byte[] file;
    private final Map<String, Entry> entries;

    /** @param packedBytes its size in the archive */
    record Entry(String name, boolean encrypted, int method, int packedBytes, int offset) {}

    /** More entries than any document has. */
    public static final class TooManyEntries extends ZipException {}

    private ZipDirectory(byte[] file, Map<String, Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    /** Whether the bytes begin as a zip does. */
    public static boolean looksLikeZip(byte[] file) {
        return file.length >= 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    /** @throws ZipException when it is not a whole archive, or names an entry twice */
    public static ZipDirectory of(byte[] file) throws ZipException {
        var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int end = end(bytes);
            int at = bytes.getInt(end + 16);
            Map<String, Entry> entries = new LinkedHashMap<>();
            for (; at < end && bytes.getInt(at) == CENTRAL; at += CENTRAL_SIZE + lengths(bytes, at)) {
                if (entries.size() == MOST_ENTRIES) throw new TooManyEntries();
                Entry entry = entry(bytes, at);
                if (entries.put(entry.name().toLowerCase(Locale.ROOT), entry) != null)
                    throw new ZipException("an entry twice");
            }
            if (entries.size() != Short.toUnsignedInt(bytes.getShort(end + 10)))
                throw new ZipException("entries missing");
            return new ZipDirectory(file, entries);
        } catch (IndexOutOfBoundsException e) {
            throw damaged(e);
        }
    }

    /** The entries' names in lower case, in the archive's order. */
    public Iterable<String> names() {
        return entries.keySet();
    }

    public boolean encrypted() {
        return entries.values().stream().anyMatch(Entry::encrypted);
    }

    /** @param name in any case */
    Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name.toLowerCase(Locale.ROOT)));
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** The first bytes of an entry, at most {@code length}; none when there is no such entry. */
    public byte[] start(String name, int length) throws IOException {
        var entry = find(name);
        if (entry.isEmpty()) return new byte[0];
        try (var in = open(entry.get())) {
            return in.readNBytes(length);
        }
    }

    /** Unpacks while it is read; the reader counts. */
    InputStream open(Entry entry) throws IOException {
        var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            if (bytes.getInt(entry.offset()) != LOCAL) throw new ZipException("no entry where the directory says");
            int start = entry.offset()
                    + LOCAL_SIZE
                    + Short.toUnsignedInt(bytes.getShort(entry.offset() + 26))
                    + Short.toUnsignedInt(bytes.getShort(entry.offset() + 28));
            if (entry.packedBytes() < 0 || start > file.length - entry.packedBytes())
                throw new ZipException("an entry is cut off");
            var packed = new ByteArrayInputStream(file, start, entry.packedBytes());
            return switch (entry.method()) {
                case 0 -> packed;
                case 8 -> new Unpacking(packed, new Inflater(true));
                default -> throw new ZipException("compressed in an unusual way");
            };
        } catch (IndexOutOfBoundsException e) {
            throw damaged(e);
        }
    }

    private static Entry entry(ByteBuffer bytes, int at) {
        byte[] name = new byte[Short.toUnsignedInt(bytes.getShort(at + 28))];
        bytes.get(at + CENTRAL_SIZE, name);
        int flags = bytes.getShort(at + 8);
        return new Entry(
                new String(name, StandardCharsets.UTF_8),
                (flags & 1) != 0,
                bytes.getShort(at + 10),
                bytes.getInt(at + 20),
                bytes.getInt(at + 42));
    }

    /** Of name, extra field and comment. */
    private static int lengths(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at + 28))
                + Short.toUnsignedInt(bytes.getShort(at + 30))
                + Short.toUnsignedInt(bytes.getShort(at + 32));
    }

    private static int end(ByteBuffer bytes) throws ZipException {
        int first = Math.max(0, bytes.limit() - END_SIZE - 0xFFFF);
        for (int at = bytes.limit() - END_SIZE; at >= first; at--)
            if (bytes.getInt(at) == END
                    && at + END_SIZE + Short.toUnsignedInt(bytes.getShort(at + 20)) == bytes.limit()) return at;
        throw new ZipException("cut off");
    }

    private static ZipException damaged(IndexOutOfBoundsException cause) {
        var damaged = new ZipException("points outside itself");
        damaged.initCause(cause);
        return damaged;
    }

    private static final class Unpacking extends InflaterInputStream {
        Unpacking(InputStream packed, Inflater inflater) {
            super(packed, inflater, 8192);
        }

        @Override
        public void close() throws IOException {
            super.close();
            // the superclass ends only an inflater it made itself
            inf.end();
        }
    }
}
