package vn.thucchat.foundation.money.accounts;

/** Who tells us what arrived, and how it proves to be the one. */
public enum Provider {
    /** SePay, signed with HMAC-SHA256 over time and body. */
    SEPAY,
    /** SePay with an API key. */
    SEPAY_KEY,
    /** Casso webhook V2, signed with HMAC-SHA512. */
    CASSO,
    /** Casso webhook V1 with a token. */
    CASSO_TOKEN,
    /** payOS, signed with HMAC-SHA256 over its data. */
    PAYOS;

    /** Whether its messages name the account's bank: elsewhere a number must be enough. */
    public boolean namesBanks() {
        return switch (this) {
            case SEPAY, SEPAY_KEY, CASSO -> true;
            case CASSO_TOKEN, PAYOS -> false;
        };
    }
}
