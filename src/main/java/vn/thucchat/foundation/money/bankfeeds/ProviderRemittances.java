package vn.thucchat.foundation.money.bankfeeds;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.RemittanceInfo;
import vn.thucchat.foundation.money.payments.RemittanceReader;

/** Reads the messages of providers again, as they were taken. */
@Component
class ProviderRemittances implements RemittanceReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Override
    public boolean reads(Movement.Source source) {
        return switch (source) {
            case SEPAY, CASSO, PAYOS -> true;
            case STATEMENT, CASH -> false;
        };
    }

    @Override
    public Optional<RemittanceInfo> read(Movement.Source source, String sourceId, Instant receivedAt, String message) {
        JsonNode json = JSON.readTree(message);
        return Message.of(provider(source, json), Map.of(), new byte[0], json).notices(receivedAt).stream()
                .filter(notice -> notice.sourceId().equals(sourceId))
                .findFirst()
                .map(notice -> new RemittanceInfo(notice.memo(), notice.payerName(), notice.payerAccount()));
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
