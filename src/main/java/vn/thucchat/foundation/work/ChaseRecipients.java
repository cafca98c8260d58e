package vn.thucchat.foundation.work;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.work.WorkRule.Step;

/**
 * Resolves who is told in one run of chasing: of those who can sign in now, invented ones for invented work and real ones
 * for real work.
 */
final class ChaseRecipients {

    private final Map<String, List<Accounts.Holder>> holders;
    private final List<Delegation> delegations;
    private final Function<UnitCode, List<Unit>> lines;

    /**
     * @param holders those who hold a role, or one that includes it, by the role
     * @param delegations those of the day
     * @param lines gives the units from the nation down to a unit
     */
    ChaseRecipients(
            Map<String, List<Accounts.Holder>> holders,
            List<Delegation> delegations,
            Function<UnitCode, List<Unit>> lines) {
        this.holders = holders;
        this.delegations = delegations;
        this.lines = lines;
    }

    /** Gives those who are told of an item; nobody where nobody holds the role in the unit or above it. */
    Set<UUID> of(WorkItem item, Step step) {
        List<Unit> path = lines.apply(item.unit());
        List<UnitCode> line = path.isEmpty() ? List.of(item.unit()) : codes(path);
        return switch (step) {
            case ALLOWED -> Set.of();
            case BEFORE, DUE, AFTER -> standingIn(item, line, acting(item, line));
            case HEAD -> nearest(Roles.LEADER, item.synthetic(), line);
            case OFFICE ->
                nearest(
                        WorkRoles.WORK_OFFICE,
                        item.synthetic(),
                        codes(path.stream()
                                .filter(unit -> unit.kind().level().compareTo(UnitKind.Level.PROVINCE) <= 0)
                                .toList()));
        };
    }

    private static List<UnitCode> codes(List<Unit> path) {
        return path.reversed().stream().map(Unit::code).toList();
    }

    /** The one person who is asked, while that person still holds the role; else its holders nearest to the unit. */
    private Set<UUID> acting(WorkItem item, List<UnitCode> line) {
        @Nullable UUID person = item.person();
        boolean holds = person != null
                && of(item.role()).stream()
                        .anyMatch(holder -> holder.account().equals(person) && holder.synthetic() == item.synthetic());
        return holds ? Set.of(person) : nearest(item.role(), item.synthetic(), line);
    }

    private Set<UUID> nearest(String role, boolean synthetic, List<UnitCode> line) {
        for (UnitCode unit : line) {
            Set<UUID> found = of(role).stream()
                    .filter(holder ->
                            holder.synthetic() == synthetic && holder.unit().equals(unit.value()))
                    .map(Accounts.Holder::account)
                    .collect(Collectors.toSet());
            if (!found.isEmpty()) return found;
        }
        return Set.of();
    }

    /** Whoever is away is not told; the deputy is. */
    private Set<UUID> standingIn(WorkItem item, List<UnitCode> line, Set<UUID> told) {
        return told.stream()
                .map(person -> delegations.stream()
                        .filter(one -> one.person().equals(person)
                                && one.role().equals(item.role())
                                && line.contains(one.unit()))
                        .map(Delegation::deputy)
                        .findFirst()
                        .orElse(person))
                .collect(Collectors.toSet());
    }

    private List<Accounts.Holder> of(String role) {
        return holders.getOrDefault(role, List.of());
    }
}
