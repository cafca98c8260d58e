package vn.thucchat.foundation.money.exceptions.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.accounts.AccountUses;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;

/** Reasons and accounts by which an accountant narrows the list of waiting money. */
@Component
record PaymentExceptionChoices(ReceivingAccounts accounts, List<AccountUses> known) {

    private static final List<MatchStatus> REASONS = List.of(
            MatchStatus.UNMATCHED,
            MatchStatus.OVERPAID,
            MatchStatus.DUPLICATE,
            MatchStatus.WRONG_ACCOUNT,
            MatchStatus.OWNER,
            MatchStatus.REVERSAL);

    /** A select of more helps nobody. */
    private static final int MOST_ACCOUNTS = 300;

    static List<Option> reasons(Texts t) {
        var all = new ArrayList<Option>();
        all.add(new Option("", t.of("payments.findings.any-reason")));
        for (MatchStatus each : REASONS) all.add(new Option(each.name(), t.of("payments.outcome." + each)));
        return all;
    }

    List<Option> places(Texts t, Actor actor) {
        List<ReceivingAccount> mine = accounts.page(actor, true, 0, MOST_ACCOUNTS);
        Map<Integer, String> uses =
                uses(mine.stream().map(ReceivingAccount::number).toList());
        var all = new ArrayList<Option>();
        all.add(new Option("", t.of("payments.findings.any-account")));
        for (ReceivingAccount account : mine)
            all.add(new Option(
                    Integer.toString(account.number()),
                    uses.getOrDefault(account.number(), account.holder()) + " · " + account.account()));
        return all;
    }

    /** The markets whose charges some accounts are for, by our numbers of the accounts. */
    Map<Integer, String> uses(Collection<Integer> of) {
        var uses = new HashMap<Integer, String>();
        for (AccountUses some : known) uses.putAll(some.names(of));
        return uses;
    }
}
