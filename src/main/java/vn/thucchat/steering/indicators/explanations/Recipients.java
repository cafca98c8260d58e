package vn.thucchat.steering.indicators.explanations;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.Accounts;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.RoleDefinitions;
import vn.thucchat.foundation.identity.Roles;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.vietnamese.VietnameseDays;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

/**
 * Tells people of an explanation who are not asked themselves: officers of the units above, below and of the leader's
 * own. What is chosen is an account's id, or {@code unit:19} for all officers of a unit.
 */
@Component
record Recipients(
        RecipientStore store,
        Accounts accounts,
        RoleDefinitions roles,
        Access access,
        Inbox inbox,
        Indicators indicators,
        Units units,
        InstantSource clock) {

    static final String UNIT = "unit:";

    /** Those who can be told, each once, by unit and name. */
    List<Accounts.Holder> candidates(Actor leader) {
        var reading = new HashSet<String>();
        SteeringRoles.READERS.forEach(role -> reading.addAll(roles.holders(role)));
        var once = new LinkedHashMap<UUID, Accounts.Holder>();
        for (Accounts.Holder holder : accounts.holders(reading))
            if (holder.synthetic() == leader.synthetic()
                    && !holder.account().equals(leader.account())
                    && leader.grants().stream()
                            .anyMatch(grant -> roles.holders(Roles.LEADER).contains(grant.role())
                                    && access.overlap(grant.unit(), holder.unit())))
                once.putIfAbsent(holder.account(), holder);
        return List.copyOf(once.values());
    }

    /** Whom choices mean; empty where one of them means nobody who can be told. */
    Optional<List<Accounts.Holder>> chosen(Actor leader, Collection<String> choices) {
        List<Accounts.Holder> all = choices.isEmpty() ? List.of() : candidates(leader);
        Map<UUID, Accounts.Holder> chosen = new LinkedHashMap<>();
        for (String choice : choices) {
            var meant = all.stream()
                    .filter(it -> choice.equals(UNIT + it.unit())
                            || choice.equals(it.account().toString()))
                    .toList();
            if (meant.isEmpty()) return Optional.empty();
            meant.forEach(it -> chosen.put(it.account(), it));
        }
        return Optional.of(new ArrayList<>(chosen.values()));
    }

    /** Called in the transaction of the act; whoever was told before is not told again. */
    void tell(Explanation of, List<Accounts.Holder> told, Actor by) {
        if (told.isEmpty()) return;
        store.insert(of.id(), told, by, clock.instant())
                .forEach(account -> send(account, of, "explanation.told.asked", by.name()));
    }

    /** Tells those who were told of the question that there is an answer. */
    void answered(Explanation of, Actor by) {
        store.of(of.id()).forEach(recipient -> send(recipient.account(), of, "explanation.told.answered", by.name()));
    }

    /** Tells them that the leader asks on. */
    void askedAgain(Explanation of, Actor by) {
        store.of(of.id()).forEach(recipient -> send(recipient.account(), of, "explanation.told.asked", by.name()));
    }

    private void send(UUID account, Explanation of, String key, String by) {
        String indicator =
                indicators.find(of.indicator()).map(Indicator::nameVi).orElse(of.indicator());
        String unit = units.nearest(of.unit(), of.period().to())
                .map(Unit::name)
                .orElse(of.unit().value());
        inbox.send(
                account,
                "indicators.explanation-told",
                key,
                List.of(by, indicator, unit, VietnameseDays.write(of.due())),
                Explanations.path(of.id()),
                null);
    }
}
