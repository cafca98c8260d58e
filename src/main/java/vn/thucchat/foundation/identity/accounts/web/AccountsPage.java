package vn.thucchat.foundation.identity.accounts.web;

import java.util.List;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Administration;
import vn.thucchat.foundation.pages.Table;

/**
 * Accounts with the roles that they hold.
 *
 * @param tooMany more were found than are shown
 */
public record AccountsPage(List<Administration.Entry> entries, boolean tooMany, Table table) {

    public static final List<Table.Column> COLUMNS = List.of(
            Table.Column.by(Account.Order.USERNAME, "identity.username"),
            Table.Column.by(Account.Order.NAME, "identity.accounts.name"),
            Table.Column.of("identity.accounts.roles"));
}
