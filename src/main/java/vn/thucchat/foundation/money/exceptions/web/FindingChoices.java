package vn.thucchat.foundation.money.exceptions.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.money.accounts.AccountUses;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.exceptions.PaymentExceptions;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;

/** Reasons and accounts by which an accountant narrows the list of waiting money. */
@Component
record FindingChoices(ReceivingAccounts accounts, List<AccountUses> known) {

    private static final List<MatchStatus> REASONS = List.of(
            MatchStatus.UNMATCHED,
            MatchStatus.OVERPAID,
            MatchStatus.DUPLICATE,
            MatchStatus.WRONG_ACCOUNT,
            MatchStatus.OWNER,
            MatchStatus.REVERSAL);

    /** A select of more helps nobody. */
    private static final int MOST_ACCOUNTS = 300;

    /** What cannot be chosen counts as not chosen. */
    FindingsPage.Choice of(Texts t, Actor actor, String reason, String account) {
        @Nullable
        MatchStatus outcome = Arrays.stream(MatchStatus.values())
                .filter(each -> each.name().equals(reason))
                .findFirst()
                .orElse(null);
        @Nullable Integer number = account.matches("[0-9]{1,9}") ? Integer.valueOf(account) : null;
        return new FindingsPage.Choice(new PaymentExceptions.Filter(outcome, number), reasons(t), places(t, actor));
    }

    private static List<Option> reasons(Texts t) {
        var all = new ArrayList<Option>();
        all.add(new Option("", t.of("payments.findings.any-reason")));
        for (MatchStatus each : REASONS) all.add(new Option(each.name(), t.of("payments.outcome." + each)));
        return all;
    }

    private List<Option> places(Texts t, Actor actor) {
        List<ReceivingAccount> mine = accounts.page(actor, true, 0, MOST_ACCOUNTS);
        var uses = new HashMap<Integer, String>();
        List<Integer> numbers = mine.stream().map(ReceivingAccount::number).toList();
        for (AccountUses some : known) uses.putAll(some.names(numbers));
        var all = new ArrayList<Option>();
        all.add(new Option("", t.of("payments.findings.any-account")));
        for (ReceivingAccount account : mine)
            all.add(new Option(
                    Integer.toString(account.number()),
                    uses.getOrDefault(account.number(), account.holder()) + " · " + account.account()));
        return all;
    }
}
