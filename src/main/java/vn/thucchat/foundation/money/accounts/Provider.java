package vn.thucchat.foundation.money.accounts;

import vn.thucchat.foundation.money.payments.Movement;

/** Who tells us what arrived, and how it proves to be the one. */
public enum Provider {
    /** SePay, signed with HMAC-SHA256 over time and body. */
    SEPAY(Movement.Source.SEPAY),
    /** SePay with an API key. */
    SEPAY_KEY(Movement.Source.SEPAY),
    /** Casso webhook V2, signed with HMAC-SHA512. */
    CASSO(Movement.Source.CASSO),
    /** Casso webhook V1 with a token. */
    CASSO_TOKEN(Movement.Source.CASSO),
    /** payOS, signed with HMAC-SHA256 over its data. */
    PAYOS(Movement.Source.PAYOS);

    private final Movement.Source source;

    Provider(Movement.Source source) {
        this.source = source;
    }

    /** Whether its messages name the account's bank: elsewhere a number must be enough. */
    boolean namesBanks() {
        return switch (this) {
            case SEPAY, SEPAY_KEY, CASSO -> true;
            case CASSO_TOKEN, PAYOS -> false;
        };
    }

    Movement.Source source() {
        return source;
    }
}
