package vn.thucchat.foundation.money.books.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.accounts.AccountUses;
import vn.thucchat.foundation.money.accounts.BookUnits;
import vn.thucchat.foundation.money.accounts.Connections;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;

/** Names accounts by their use and unit, and lists the connections that one can be put on. */
@Component
record AccountLabels(Connections connections, BookUnits units, List<AccountUses> known) {

    Map<Integer, String> uses(List<ReceivingAccount> accounts) {
        List<Integer> numbers = accounts.stream().map(ReceivingAccount::number).toList();
        var names = new HashMap<Integer, String>();
        known.forEach(uses -> names.putAll(uses.names(numbers)));
        for (ReceivingAccount account : accounts)
            names.merge(account.number(), units.name(account.unit()), (use, unit) -> use + " · " + unit);
        return names;
    }

    /** The accounts of what has some words in its name. */
    Set<Integer> find(String words) {
        var found = new HashSet<Integer>();
        if (!words.isBlank()) known.forEach(uses -> found.addAll(uses.find(words)));
        return found;
    }

    /**
     * Nothing, the actor's connections, and what an account is connected to now: another unit may keep that one, and a
     * form without it would cut the account off when it is saved.
     */
    List<Option> connections(Actor actor, Texts t, boolean synthetic, @Nullable String current) {
        var choices = new ArrayList<Option>();
        choices.add(new Option("", t.of("payments.account.unconnected")));
        connections.page(actor, "", 200).stream()
                .filter(connection -> connection.synthetic() == synthetic)
                .forEach(connection -> choices.add(new Option(connection.id(), connection.name())));
        if (current != null && choices.stream().noneMatch(it -> it.value().equals(current)))
            choices.add(new Option(current, connections.name(current)));
        return choices;
    }
}
