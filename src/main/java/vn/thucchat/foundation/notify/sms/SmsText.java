package vn.thucchat.foundation.notify.sms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/**
 * A text in the parts that networks carry and charge for: 160 signs of the GSM alphabet (3GPP TS 23.038), 153 of each of
 * several parts; with Vietnamese marks 70 of UCS-2, and 67.
 *
 * @param unicode whether it has a sign that the GSM alphabet lacks
 */
public record SmsText(String text, boolean unicode) {

    private static final String BASIC = """
            @£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\033ÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà""";
    private static final String EXTENDED = "^{}\\[~]|€";
    private static final byte[] EXTENDED_CODES = {0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};
    private static final char ESCAPE = 0x1B;

    private static final int GSM_ALONE = 160;
    private static final int GSM_PART = 153;
    private static final int UCS2_ALONE = 140;
    private static final int UCS2_PART = 134;

    /**
     * Makes the text that is sent.
     *
     * @param marks whether Vietnamese letters keep their marks; without them a message is as long as three with
     */
    public static SmsText of(String text, boolean marks) {
        String kept = VietnameseText.kept(text).strip();
        if (gsm(kept)) return new SmsText(kept, false);
        if (marks) return new SmsText(kept, true);
        var plain = new StringBuilder();
        VietnameseText.unmarked(kept)
                .replaceAll("[“”„]", "\"")
                .replaceAll("[‘’]", "'")
                .replaceAll("[–—·]", "-")
                .replace("…", "...")
                .codePoints()
                .forEach(sign -> plain.append(gsm(Character.toString(sign)) ? Character.toString(sign) : "?"));
        return new SmsText(plain.toString(), false);
    }

    private static boolean gsm(String text) {
        return text.chars()
                .allMatch(sign -> sign != ESCAPE && (BASIC.indexOf(sign) >= 0 || EXTENDED.indexOf(sign) >= 0));
    }

    /** How many parts are charged for. */
    public int count() {
        return bodies().size();
    }

    /**
     * The parts as they are handed over, each of several with its header (TS 23.040, 9.2.3.24.1).
     *
     * @param reference the same for all parts, and at every try: a telephone puts together what bears the same
     */
    List<byte[]> parts(int reference) {
        List<byte[]> bodies = bodies();
        if (bodies.size() == 1) return bodies;
        var parts = new ArrayList<byte[]>();
        for (int i = 0; i < bodies.size(); i++) {
            var part = new ByteArrayOutputStream();
            part.writeBytes(new byte[] {5, 0, 3, (byte) reference, (byte) bodies.size(), (byte) (i + 1)});
            part.writeBytes(bodies.get(i));
            parts.add(part.toByteArray());
        }
        return parts;
    }

    private List<byte[]> bodies() {
        List<byte[]> signs = text.codePoints()
                .mapToObj(Character::toString)
                .map(sign -> unicode ? sign.getBytes(StandardCharsets.UTF_16BE) : code(sign.charAt(0)))
                .toList();
        int all = signs.stream().mapToInt(sign -> sign.length).sum();
        int most = all <= (unicode ? UCS2_ALONE : GSM_ALONE) ? all : unicode ? UCS2_PART : GSM_PART;
        var bodies = new ArrayList<byte[]>();
        var body = new ByteArrayOutputStream();
        for (byte[] sign : signs) {
            // neither an escaped sign nor a surrogate pair is cut
            if (body.size() + sign.length > most) {
                bodies.add(body.toByteArray());
                body.reset();
            }
            body.writeBytes(sign);
        }
        bodies.add(body.toByteArray());
        return bodies;
    }

    private static byte[] code(char sign) {
        int extended = EXTENDED.indexOf(sign);
        return extended >= 0 ? new byte[] {ESCAPE, EXTENDED_CODES[extended]} : new byte[] {(byte) BASIC.indexOf(sign)};
    }
}
