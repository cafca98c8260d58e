package vn.thucchat.foundation.identity.provider.web;

/** Sends a person on to a client. */
public record LeavingPage(String address) {

    public String origin() {
        return ClientPolicy.origin(address);
    }
}
