package vn.thucchat.foundation.money.payments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.bankfeeds.Message;
import vn.thucchat.foundation.money.formats.StatementLine;

/** Opens what tellers sent. Whoever shows it to a person logs that first. */
@Component
class SealedRemittances {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final RemittanceStore store;
    private final Seal seal;

    SealedRemittances(RemittanceStore store, Seal seal) {
        this.store = store;
        this.seal = seal;
    }

    /** Empty when nothing was kept, or it was deleted since. */
    Optional<RemittanceInfo> of(Movement movement) {
        return store.find(movement.account(), movement.number()).flatMap(bytes -> read(movement, bytes));
    }

    Optional<RemittanceInfo> read(Movement movement, byte[] kept) {
        String text = new String(seal.open(kept, Posting.original(movement)), StandardCharsets.UTF_8);
        Optional<RemittanceInfo> original = read(movement.source(), movement.sourceId(), movement.receivedAt(), text);
        if (original.isEmpty())
            throw new IllegalStateException("What was taken cannot be read any more: " + movement.id());
        return original;
    }

    /** What a teller sent of one movement; empty when it tells of no such movement. */
    static Optional<RemittanceInfo> read(Movement.Source source, String sourceId, Instant receivedAt, String text) {
        if (source == Movement.Source.STATEMENT) return Optional.of(JSON.readValue(text, RemittanceInfo.class));
        JsonNode json = JSON.readTree(text);
        return Message.of(provider(source, json), Map.of(), new byte[0], json).notices(receivedAt).stream()
                .filter(notice -> notice.sourceId().equals(sourceId))
                .findFirst()
                .map(notice -> new RemittanceInfo(notice.memo(), notice.payerName(), notice.payerAccount()));
    }

    /** What a statement says of a movement, in the form in which it is kept. */
    static String text(StatementLine line) {
        return JSON.writeValueAsString(new RemittanceInfo(line.memo(), line.payerName(), line.payerAccount()));
    }

    private static Provider provider(Movement.Source source, JsonNode json) {
        return switch (source) {
            case SEPAY -> Provider.SEPAY;
            case CASSO -> json.path("data").isArray() ? Provider.CASSO_TOKEN : Provider.CASSO;
            case PAYOS -> Provider.PAYOS;
            case STATEMENT, CASH -> throw new IllegalArgumentException("No message of " + source);
        };
    }
}
