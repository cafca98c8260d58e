package vn.thucchat.foundation.money.payments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.money.formats.StatementLine;

/** Opens what tellers sent. Whoever shows it to a person logs that first. */
@Component
public class SealedRemittances {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final RemittanceStore store;
    private final Seal seal;
    private final List<RemittanceReader> readers;

    SealedRemittances(RemittanceStore store, Seal seal, List<RemittanceReader> readers) {
        this.store = store;
        this.seal = seal;
        this.readers = readers;
    }

    /** Empty when nothing was kept, or it was deleted since. */
    public Optional<RemittanceInfo> of(Movement movement) {
        return store.find(movement.account(), movement.number()).flatMap(bytes -> read(movement, bytes));
    }

    Optional<RemittanceInfo> read(Movement movement, byte[] kept) {
        String text = new String(seal.open(kept, Posting.original(movement)), StandardCharsets.UTF_8);
        Optional<RemittanceInfo> original = read(movement.source(), movement.sourceId(), movement.receivedAt(), text);
        if (original.isEmpty())
            throw new IllegalStateException("What was taken cannot be read any more: " + movement.id());
        return original;
    }

    /** What a source sent of one transaction; empty when it tells of no such transaction. */
    public Optional<RemittanceInfo> read(Movement.Source source, String sourceId, Instant receivedAt, String text) {
        if (source == Movement.Source.STATEMENT) return Optional.of(JSON.readValue(text, RemittanceInfo.class));
        return readers.stream()
                .filter(reader -> reader.reads(source))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No message of " + source))
                .read(source, sourceId, receivedAt, text);
    }

    /** What a statement says of a movement, in the form in which it is kept. */
    static String text(StatementLine line) {
        return JSON.writeValueAsString(new RemittanceInfo(line.memo(), line.payerName(), line.payerAccount()));
    }
}
