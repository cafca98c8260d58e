package vn.thucchat.foundation.money.vietqr;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * The grammar of EMVCo's merchant-presented QR codes: objects of a two-digit id, a two-digit length and a value, whose
 * length counts characters (EMV QRCPS-MPM 1.1, section 3).
 */
final class Emv {

    /** @param value of the length that its object said */
    record Item(String id, String value) {}

    /** What an object at {@code at} (ids from the outermost, with slashes) has wrong. */
    static final class Broken extends Exception {
        private final transient QrFault fault;

        Broken(String at, QrFault.Reason reason) {
            super(at + " " + reason, null, false, false);
            this.fault = new QrFault(at, reason);
        }

        QrFault fault() {
            return fault;
        }
    }

    private static final int HEAD = 4;
    /** The longest value that two digits can announce. */
    static final int LONGEST = 99;

    private Emv() {}

    /** @param at where the text stands; empty for the whole code */
    static List<Item> read(String at, String text) throws Broken {
        int[] characters = text.codePoints().toArray();
        var items = new ArrayList<Item>();
        var seen = new HashSet<String>();
        int from = 0;
        while (from < characters.length) {
            if (characters.length - from < HEAD) throw new Broken(at, QrFault.Reason.TRAILING);
            String id = new String(characters, from, 2);
            String place = at.isEmpty() ? id : at + "/" + id;
            String length = new String(characters, from + 2, 2);
            if (!digits(id)) throw new Broken(at, QrFault.Reason.ID);
            if (!digits(length) || length.equals("00")) throw new Broken(place, QrFault.Reason.LENGTH);
            int size = Integer.parseInt(length);
            if (from + HEAD + size > characters.length) throw new Broken(place, QrFault.Reason.OVERRUN);
            if (!seen.add(id)) throw new Broken(place, QrFault.Reason.TWICE);
            items.add(new Item(id, new String(characters, from + HEAD, size)));
            from += HEAD + size;
        }
        return items;
    }

    /** A letter for each byte in UTF-8, to read a text whose lengths count bytes; {@link #letters} of it is the text. */
    static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    static String letters(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException for a value that is empty or longer than 99 characters */
    static String item(String id, String value) {
        int size = value.codePointCount(0, value.length());
        if (size < 1 || size > LONGEST)
            throw new IllegalArgumentException("object " + id + " has " + size + " characters");
        return "%s%02d%s".formatted(id, size, value);
    }

    /** CRC-16/CCITT-FALSE of the text in UTF-8: four upper-case hexadecimal digits. */
    static String crc(String text) {
        int crc = 0xFFFF;
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            crc ^= (next & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
        }
        return "%04X".formatted(crc & 0xFFFF).toUpperCase(Locale.ROOT);
    }

    private static boolean digits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
