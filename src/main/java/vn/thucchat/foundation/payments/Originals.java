package vn.thucchat.foundation.payments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.Seal;

/** Opens what tellers sent. Whoever shows it to a person logs that first. */
@Component
class Originals {

    private static final JsonMapper JSON = new JsonMapper();

    private final OriginalStore store;
    private final Seal seal;

    Originals(OriginalStore store, Seal seal) {
        this.store = store;
        this.seal = seal;
    }

    /** Empty when nothing was kept, or it was deleted since. */
    Optional<Original> of(Movement movement) {
        return store.find(movement.account(), movement.number()).flatMap(bytes -> read(movement, bytes));
    }

    Optional<Original> read(Movement movement, byte[] kept) {
        String text = new String(seal.open(kept, Posting.original(movement)), StandardCharsets.UTF_8);
        if (movement.source() == Movement.Source.STATEMENT) return Optional.of(JSON.readValue(text, Original.class));
        JsonNode json = JSON.readTree(text);
        try {
            List<Notice> notices = Message.of(provider(movement, json), Map.of(), new byte[0], json)
                    .notices(movement.receivedAt());
            return notices.stream()
                    .filter(notice -> notice.sourceId().equals(movement.sourceId()))
                    .findFirst()
                    .map(notice -> new Original(notice.memo(), notice.payerName(), notice.payerAccount()));
        } catch (Notice.Unfit unfit) {
            throw new IllegalStateException("What was taken cannot be read any more: " + movement.id(), unfit);
        }
    }

    /** What a statement says of a movement, in the form in which it is kept. */
    static String text(StatementLine line) {
        return JSON.writeValueAsString(new Original(line.memo(), line.payerName(), line.payerAccount()));
    }

    private static Provider provider(Movement movement, JsonNode json) {
        return switch (movement.source()) {
            case SEPAY -> Provider.SEPAY;
            case CASSO -> json.path("data").isArray() ? Provider.CASSO_TOKEN : Provider.CASSO;
            case PAYOS -> Provider.PAYOS;
            case STATEMENT, CASH -> throw new IllegalArgumentException("No message of " + movement.source());
        };
    }
}
