package vn.thucchat.foundation.identity.provider.web;

/** Sends a person on to a client. */
public record RedirectPage(String address) {

    public String origin() {
        return ClientPolicy.origin(address);
    }
}
