package vn.thucchat.foundation.notify.channels;

/** What an address of a person is. */
public enum AddressKind {
    EMAIL,
    PHONE,
    /** A browser that its push service reaches; proved by the browser itself. */
    BROWSER;

    private static final int SHOWN_OF_NUMBER = 5;

    /** The address for others to see: {@code a•••@thainguyen.example}, {@code +8491•••••78}. */
    public String masked(String address) {
        if (this == BROWSER) return "•••••";
        int at = address.indexOf('@');
        if (this == EMAIL && at > 0) return address.charAt(0) + "•••" + address.substring(at);
        return address.length() > SHOWN_OF_NUMBER + 2
                ? address.substring(0, SHOWN_OF_NUMBER) + "•••••" + address.substring(address.length() - 2)
                : "•••••";
    }
}
