package vn.thucchat.foundation.money.bankfeeds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.payments.BankTransaction;

/** What came in at a connection's address, in its provider's own format. */
sealed interface Message permits SepayMessage, CassoMessage, PayosMessage {

    /** Whether it is from whom it says, and of now where the provider signs a time. */
    enum Verdict {
        GENUINE,
        /** a wrong, missing or unreadable proof */
        FORGED,
        /** rightly signed, but more than five minutes ago, or as far ahead */
        OUT_OF_TIME
    }

    Verdict verify(String secret, Instant now);

    /**
     * One movement in a message, read when it is asked for.
     *
     * @param at where it stands in the message, for example {@code data[0]}; empty: the message is all of it
     */
    record Part(String at, Reader reader) {

        /** Reads a movement. */
        interface Reader {
            BankTransaction read(Instant now) throws UnfitField;
        }

        /** @throws UnfitField when it makes no sense */
        BankTransaction notice(Instant now) throws UnfitField {
            return reader.read(now);
        }
    }

    /** The movements of the message. None where the provider tells that something failed: no money moved. */
    List<Part> parts();

    /** All movements that make sense. */
    default List<BankTransaction> notices(Instant now) {
        var notices = new ArrayList<BankTransaction>();
        for (Part one : parts()) {
            try {
                notices.add(one.notice(now));
            } catch (UnfitField unfit) {
                // the door names each part that does not fit
            }
        }
        return notices;
    }

    /**
     * Whether what is signed could be read as other fields than those that came: such a message is genuine, and still a
     * person has to look at it.
     */
    default boolean ambiguous() {
        return false;
    }

    /** The provider trying whether somebody listens, with a movement that its documentation prints. */
    boolean trial();

    /**
     * @param headers of the request, names in small letters
     * @param body as it came
     * @param json the same, read
     */
    static Message of(Provider provider, Map<String, String> headers, byte[] body, JsonNode json) {
        return switch (provider) {
            case SEPAY -> new SepayMessage(true, headers, body, json);
            case SEPAY_KEY -> new SepayMessage(false, headers, body, json);
            case CASSO -> new CassoMessage(true, headers, json);
            case CASSO_TOKEN -> new CassoMessage(false, headers, json);
            case PAYOS -> new PayosMessage(json);
        };
    }

    static Verdict of(boolean genuine, @Nullable Instant signedAt, Instant now) {
        if (!genuine) return Verdict.FORGED;
        return signedAt == null || Math.abs(signedAt.getEpochSecond() - now.getEpochSecond()) <= 300
                ? Verdict.GENUINE
                : Verdict.OUT_OF_TIME;
    }
}
