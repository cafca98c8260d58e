package vn.thucchat.foundation.notify.channels;

/** What an address of a person is. */
public enum AddressKind {
    EMAIL,
    PHONE
}
