package vn.thucchat.foundation.identity.web;

import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.Account;
import vn.thucchat.foundation.identity.Credentials;

/**
 * A form for a new password.
 *
 * @param action where it is sent
 * @param username whose; password keepers want to see it in the form
 * @param byLink without the old password
 */
public record PasswordPage(
        String action,
        String username,
        boolean byLink,
        boolean mustChange,
        @Nullable Mistake mistake) {

    static PasswordPage change(Account account, @Nullable Mistake mistake) {
        return new PasswordPage("/account/password", account.username(), false, account.mustChange(), mistake);
    }

    static PasswordPage reset(String token, Account account, @Nullable Mistake mistake) {
        return new PasswordPage("/reset/" + token, account.username(), true, false, mistake);
    }

    static Mistake mistake(Credentials.Refusal why) {
        String field = switch (why) {
            case OLD_IS_WRONG, TOO_SOON -> "old";
            case NOT_AGAIN -> "again";
            case TOO_SHORT, TOO_LONG, IS_USERNAME, TOO_COMMON, SAME_AS_OLD, LINK_IS_OVER -> "fresh";
        };
        return new Mistake(field, "identity.password." + why);
    }
}
