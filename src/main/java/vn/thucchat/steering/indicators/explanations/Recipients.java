package vn.thucchat.steering.indicators.explanations;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
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

    /** The most rows of candidates that are listed. */
    static final int MOST_LISTED = 200;

    /** The most people of whole offices that are told at once, the leader not counted. */
    private static final int MOST_OF_OFFICES = 1000;

    /**
     * Lists those who can be told of a question, those of the nearest units first.
     *
     * @param unit that is asked
     * @param synthetic of the question: real people are told of what is real, demonstration accounts of what is invented
     * @param search words of a person's or a unit's name; empty for all
     */
    Explanations.Candidates candidates(Actor leader, UnitCode unit, boolean synthetic, String search) {
        Set<String> reach = reach(leader);
        var near = new LinkedHashSet<>(above(unit.value()).reversed());
        leader.grants().forEach(grant -> near.add(grant.unit()));
        near.retainAll(reach);
        near.addAll(new TreeSet<>(reach));
        List<String> named = search.isEmpty()
                ? List.of()
                : units.search(search).stream().map(it -> it.code().value()).toList();
        List<Accounts.Holder> found = accounts.holders(
                new Accounts.HolderQuery(reading(), List.copyOf(near), synthetic, search, named, MOST_LISTED + 1));
        return new Explanations.Candidates(
                found.stream()
                        .limit(MOST_LISTED)
                        .filter(holder -> !holder.account().equals(leader.account()))
                        .toList(),
                found.size() > MOST_LISTED);
    }

    /** Whom choices mean, each once; empty where one of them means nobody who can be told. */
    Optional<Explanations.Candidates> chosen(Actor leader, boolean synthetic, Collection<String> choices) {
        if (choices.isEmpty()) return Optional.of(new Explanations.Candidates(List.of(), false));
        Set<String> reach = reach(leader);
        List<String> offices = choices.stream()
                .filter(choice -> choice.startsWith(UNIT))
                .map(choice -> choice.substring(UNIT.length()))
                .filter(reach::contains)
                .toList();
        List<UUID> people = choices.stream().flatMap(Recipients::account).toList();
        // one more than may be told, and the leader, who may be among them
        List<Accounts.Holder> officers = accounts.holders(reading(), offices, synthetic, MOST_OF_OFFICES + 2).stream()
                .filter(it -> !it.account().equals(leader.account()))
                .toList();
        boolean more =
                officers.stream().map(Accounts.Holder::account).distinct().count() > MOST_OF_OFFICES;
        var all = Stream.concat(accounts.holders(reading(), people).stream(), officers.stream())
                .filter(it -> it.synthetic() == synthetic
                        && !it.account().equals(leader.account())
                        && reach.contains(it.unit()))
                .toList();
        Map<UUID, Accounts.Holder> chosen = new LinkedHashMap<>();
        for (String choice : choices) {
            var meant = all.stream()
                    .filter(it -> choice.equals(UNIT + it.unit())
                            || choice.equals(it.account().toString()))
                    .toList();
            if (meant.isEmpty() && !more) return Optional.empty();
            meant.forEach(it -> chosen.putIfAbsent(it.account(), it));
        }
        return Optional.of(new Explanations.Candidates(List.copyOf(chosen.values()), more));
    }

    private static Stream<UUID> account(String choice) {
        try {
            return Stream.of(UUID.fromString(choice));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    /** The roles by which people read explanations, and all roles that include them. */
    private Set<String> reading() {
        var reading = new HashSet<String>();
        SteeringRoles.READERS.forEach(role -> reading.addAll(roles.holders(role)));
        return reading;
    }

    /** The units that the leader leads, and all that they belong to. */
    private Set<String> reach(Actor leader) {
        var reach = access.units(leader, Roles.LEADER);
        leader.grants().stream()
                .filter(grant -> roles.holders(Roles.LEADER).contains(grant.role()))
                .forEach(grant -> reach.addAll(above(grant.unit())));
        return reach;
    }

    private static LocalDate since(Unit version) {
        return version.validFrom() == null ? LocalDate.EPOCH : version.validFrom();
    }

    /** The unit and all that it ever belonged to, the nation first. */
    private List<String> above(String unit) {
        return UnitCode.read(unit).stream()
                .flatMap(code -> units.history(code).stream())
                .flatMap(version -> units.path(version.code(), since(version)).stream())
                .map(it -> it.code().value())
                .distinct()
                .toList();
    }

    /** Called in the transaction of the act; whoever was told before is not told again. */
    void tell(Explanation of, List<Accounts.Holder> told, Actor by) {
        if (told.isEmpty()) return;
        send(store.insert(of.id(), told, by, clock.instant()), of, "explanation.told.asked", by.name());
    }

    /** Tells those who were told of the question that there is an answer. */
    void answered(Explanation of, Actor by) {
        send(stillReading(of), of, "explanation.told.answered", by.name());
    }

    /** Tells them that the leader asks on. */
    void askedAgain(Explanation of, Actor by) {
        send(stillReading(of), of, "explanation.told.asked", by.name());
    }

    /** Those who were told and have not lost every role by which such things are read. */
    private List<UUID> stillReading(Explanation of) {
        return accounts.holders(reading(), store.accounts(of.id())).stream()
                .map(Accounts.Holder::account)
                .distinct()
                .toList();
    }

    private void send(List<UUID> accounts, Explanation of, String key, String by) {
        if (accounts.isEmpty()) return;
        String indicator =
                indicators.find(of.indicator()).map(Indicator::nameVi).orElse(of.indicator());
        String unit = units.nearest(of.unit(), of.period().to())
                .map(Unit::name)
                .orElse(of.unit().value());
        inbox.send(
                accounts,
                ExplanationNotices.TOLD,
                key,
                List.of(by, indicator, unit, VietnameseDays.write(of.due())),
                Explanations.path(of.id()),
                null);
    }
}
