package vn.thucchat.foundation.notify.channels;

/** Names a way by which notices leave the platform; its message {@code notify.medium.<name>} says so in words. */
public enum Medium {
    EMAIL(AddressKind.EMAIL),
    SMS(AddressKind.PHONE),
    ZALO(AddressKind.PHONE),
    PUSH(AddressKind.BROWSER);

    private final AddressKind address;

    Medium(AddressKind address) {
        this.address = address;
    }

    /** What it needs to know of a person. */
    public AddressKind address() {
        return address;
    }
}
