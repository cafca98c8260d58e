package vn.thucchat.foundation.identity.sessions;

import vn.thucchat.foundation.identity.accounts.Account;

/** Tells a person that somebody signed in to their account from where they never did; a room that can reach them does it. */
public interface UnknownPlaceNotice {

    /**
     * @param browser {@code Chrome · Android}; empty where it is not known
     * @param network {@code 192.0.2.7} or {@code 2001:db8:0:0::/64}
     */
    void send(Account account, String browser, String network);
}
