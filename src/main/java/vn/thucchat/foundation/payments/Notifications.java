package vn.thucchat.foundation.payments;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes what banks' messengers send: proved first, kept as it came, answered after it is stored. */
@Service
public class Notifications {

    /** More than any of their messages. */
    public static final int LARGEST_BYTES = 64 * 1024;

    /** How soon another process hears that an account was opened or connected. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // of two fields of one name a signature could mean one, and we the other
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What became of a message. */
    public sealed interface Receipt {
        /** All its movements are stored for good. */
        record Taken(int fresh, int known) implements Receipt {}

        /** The provider tried whether somebody listens. */
        record Trial() implements Receipt {}

        /** It tells of something that failed, and of no money: there is nothing to store. */
        record Nothing() implements Receipt {}

        /** @param field of a movement that makes no sense, or null */
        record Refused(Refusal why, @Nullable String field) implements Receipt {}
    }

    /** Why nothing was changed. */
    public enum Refusal {
        /** no such connection, or closed */
        UNKNOWN_CONNECTION,
        TOO_LARGE,
        /** not one JSON object in UTF-8 */
        UNREADABLE,
        /** wrong, missing or unreadable signature, key or token */
        FORGED,
        /** signed more than five minutes ago, or as far ahead */
        OUT_OF_TIME,
        /** a field makes no sense */
        UNFIT,
        /** not an account of this connection */
        FOREIGN_ACCOUNT,
        /** too many wait: to be sent again */
        BUSY
    }

    private record Told(String connection, String account) {}

    private final Connections connections;
    private final ReceivingAccountStore accounts;
    private final GroupCommit commit;
    private final InstantSource clock;
    private final LoadingCache<Told, List<ReceivingAccount>> known;

    Notifications(Connections connections, ReceivingAccountStore accounts, GroupCommit commit, InstantSource clock) {
        this.connections = connections;
        this.accounts = accounts;
        this.commit = commit;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(200_000)
                .expireAfterWrite(KNOWN_FOR)
                .build(told -> accounts.find(told.connection(), told.account()));
    }

    /** Whether there is an open connection of that name. */
    public boolean hears(String connectionId) {
        return connections.known(connectionId).isPresent();
    }

    /**
     * @param headers of the request, names in small letters
     * @param body the bytes as they came
     */
    public Receipt take(String connectionId, Map<String, String> headers, byte[] body) {
        var found = connections.known(connectionId);
        if (found.isEmpty()) return refused(Refusal.UNKNOWN_CONNECTION);
        if (body.length > LARGEST_BYTES) return refused(Refusal.TOO_LARGE);
        Connection connection = found.get().connection();
        String original;
        JsonNode json;
        try {
            original = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            json = JSON.readTree(original);
        } catch (CharacterCodingException | JacksonException e) {
            return refused(Refusal.UNREADABLE);
        }
        if (!json.isObject()) return refused(Refusal.UNREADABLE);
        Instant now = clock.instant();
        Message message = Message.of(connection.provider(), headers, body, json);
        return switch (message.verify(found.get().secret(), now)) {
            case FORGED -> refused(Refusal.FORGED);
            case OUT_OF_TIME -> refused(Refusal.OUT_OF_TIME);
            case GENUINE -> message.trial() ? new Receipt.Trial() : take(connection, message, original, now);
        };
    }

    private Receipt take(Connection connection, Message message, String original, Instant now) {
        var arrivals = new ArrayList<Arrival>();
        try {
            for (Notice notice : message.notices(now)) {
                ReceivingAccount account = account(connection, notice);
                if (account == null) return refused(Refusal.FOREIGN_ACCOUNT);
                arrivals.add(new Arrival(account, notice, connection.provider().source(), original));
            }
        } catch (Notice.Unfit unfit) {
            return new Receipt.Refused(Refusal.UNFIT, unfit.field());
        }
        if (arrivals.isEmpty()) return new Receipt.Nothing();
        List<Optional<Movement>> posted = commit.post(arrivals);
        if (posted == null) return refused(Refusal.BUSY);
        int fresh = (int) posted.stream().filter(Optional::isPresent).count();
        return new Receipt.Taken(fresh, posted.size() - fresh);
    }

    /** The most particular of the accounts that the teller names; none where two banks have one of this number. */
    private @Nullable ReceivingAccount account(Connection connection, Notice notice) {
        for (String number : notice.accounts()) {
            var told = new Told(connection.id(), number);
            List<ReceivingAccount> found = known.get(told);
            if (found.isEmpty()) {
                // opened a moment ago, perhaps
                found = accounts.find(connection.id(), number);
                if (!found.isEmpty()) known.put(told, found);
            }
            if (found.size() == 1) return found.getFirst();
        }
        return null;
    }

    private static Receipt refused(Refusal why) {
        return new Receipt.Refused(why, null);
    }
}
