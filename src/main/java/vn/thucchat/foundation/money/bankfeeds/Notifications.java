package vn.thucchat.foundation.money.bankfeeds;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.money.accounts.Connection;
import vn.thucchat.foundation.money.accounts.Connections;
import vn.thucchat.foundation.money.accounts.NotifiedAccounts;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.exceptions.HeldPayment;
import vn.thucchat.foundation.money.exceptions.Holding;
import vn.thucchat.foundation.money.payments.BankTransaction;
import vn.thucchat.foundation.money.payments.GroupCommit;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.TransactionToPost;

/** Takes what banks' messengers send: proved first, kept as it came, answered after it is stored. */
@Service
public class Notifications {

    /** More than any of their messages. */
    public static final int LARGEST_BYTES = 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // of two fields of one name a signature could mean one, and we the other
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What became of a message. */
    public sealed interface Receipt {
        /** All its movements are stored for good. */
        record Taken(int fresh, int known) implements Receipt {}

        /** All is stored for good; some of it a person has to look at before it counts. */
        record Held(int held, int fresh, int known) implements Receipt {}

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
        /** too many wait: to be sent again */
        BUSY
    }

    private final Connections connections;
    private final NotifiedAccounts accounts;
    private final Holding holding;
    private final GroupCommit commit;
    private final InstantSource clock;
    private final long largestVnd;

    Notifications(
            Connections connections,
            NotifiedAccounts accounts,
            Holding holding,
            GroupCommit commit,
            InstantSource clock,
            @Value("${thucchat.payments.largest}") long largestVnd) {
        this.connections = connections;
        this.accounts = accounts;
        this.holding = holding;
        this.commit = commit;
        this.clock = clock;
        this.largestVnd = largestVnd;
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

    /** Each movement by itself: one that cannot be read or booked does not keep the others from being stored. */
    private Receipt take(Connection connection, Message message, String original, Instant now) {
        var arrivals = new ArrayList<TransactionToPost>();
        var doubtful = new ArrayList<Holding.Doubt>();
        String unfit = null;
        boolean several = message.parts().size() > 1;
        for (Message.Part part : message.parts()) {
            try {
                sort(connection, message, part.notice(now), original, arrivals, doubtful);
            } catch (BankTransaction.Unfit e) {
                unfit = several ? part.at() + "." + e.field() : e.field();
            }
        }
        holding.hold(connection, doubtful, original, now);
        List<Optional<Movement>> posted = arrivals.isEmpty() ? List.of() : commit.post(arrivals);
        if (posted == null) return refused(Refusal.BUSY);
        if (unfit != null) return new Receipt.Refused(Refusal.UNFIT, unfit);
        int fresh = (int) posted.stream().filter(Optional::isPresent).count();
        if (!doubtful.isEmpty()) return new Receipt.Held(doubtful.size(), fresh, posted.size() - fresh);
        return arrivals.isEmpty() ? new Receipt.Nothing() : new Receipt.Taken(fresh, posted.size() - fresh);
    }

    private void sort(
            Connection connection,
            Message message,
            BankTransaction notice,
            String original,
            List<TransactionToPost> arrivals,
            List<Holding.Doubt> doubtful) {
        NotifiedAccounts.Meant meant = accounts.meant(connection.id(), notice);
        ReceivingAccount account = meant instanceof NotifiedAccounts.Meant.One(var one) ? one : null;
        if (message.ambiguous()) {
            doubtful.add(new Holding.Doubt(HeldPayment.Reason.AMBIGUOUS_TEXT, notice, account));
        } else if (account == null) {
            doubtful.add(new Holding.Doubt(
                    meant instanceof NotifiedAccounts.Meant.None
                            ? HeldPayment.Reason.UNKNOWN_ACCOUNT
                            : HeldPayment.Reason.AMBIGUOUS_ACCOUNT,
                    notice,
                    null));
        } else if (notice.incoming() && notice.amountVnd() > largestVnd) {
            doubtful.add(new Holding.Doubt(HeldPayment.Reason.TOO_LARGE, notice, account));
        } else {
            arrivals.add(
                    new TransactionToPost(account, notice, connection.provider().source(), original));
        }
    }

    private static Receipt refused(Refusal why) {
        return new Receipt.Refused(why, null);
    }
}
