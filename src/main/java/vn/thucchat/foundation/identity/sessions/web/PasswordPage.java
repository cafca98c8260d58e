package vn.thucchat.foundation.identity.sessions.web;

import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.pages.Form;

/**
 * A form for a new password.
 *
 * @param action where it is sent
 * @param username whose; password keepers want to see it in the form
 * @param byLink without the old password
 */
public record PasswordPage(String action, String username, boolean byLink, boolean mustChange, Form<?> form) {

    public static PasswordPage change(Account account, Form<?> form) {
        return new PasswordPage("/account/password", account.username(), false, account.mustChange(), form);
    }

    public static PasswordPage reset(String token, Account account, Form<?> form) {
        return new PasswordPage("/reset/" + token, account.username(), true, false, form);
    }
}
