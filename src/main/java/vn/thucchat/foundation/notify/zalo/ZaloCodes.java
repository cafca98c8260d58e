package vn.thucchat.foundation.notify.zalo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What Zalo's error codes mean for a message: data, because Zalo changes them. */
final class ZaloCodes {

    /** What a code means. */
    enum Meaning {
        ACCEPTED,
        /** Zalo, or somebody here, mends it. */
        LATER,
        /** Not by Zalo: the next channel has its turn at once. */
        NEVER,
        /** The number has no Zalo, or takes no messages there: the next channel has its turn at once. */
        NO_ZALO,
        /** The access token does not hold any more. */
        RENEW
    }

    private static final String FILE = "/data/notify/zalo-codes.csv";
    private final Map<Integer, Meaning> meanings = new HashMap<>();

    ZaloCodes() {
        try (var reader = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(ZaloCodes.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : reader)
                meanings.put(Integer.valueOf(row.getField("code")), Meaning.valueOf(row.getField("meaning")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Meaning of(int code) {
        return meanings.getOrDefault(code, Meaning.LATER);
    }
}
