package vn.thucchat.foundation.money.statements.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.statements.KeptStatement;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/**
 * An account's statement files and the form that takes another.
 *
 * @param layouts how a file may be laid out
 * @param form as {@code StatementForm}
 * @param refused what is wrong in the file, each in words
 */
public record StatementsPage(
        ReceivingAccount account,
        List<KeptStatement> statements,
        @Nullable String next,
        List<Option> layouts,
        Form<?> form,
        List<String> refused) {}
