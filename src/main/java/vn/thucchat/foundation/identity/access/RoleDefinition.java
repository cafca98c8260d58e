package vn.thucchat.foundation.identity.access;

import java.util.HashSet;
import java.util.Set;

/**
 * Declares one role that a room means. The room has a bean of this type for each of its roles; {@link RoleDefinitions}
 * finds them. The name ({@code MARKET_MANAGER}) is what {@link Allow} and {@link Access} are asked with and what the
 * database keeps; pages show the message {@code role.<name>}, which stands in the room's own message file.
 *
 * @param name capital letters and underscores, at most 40, unique in the whole house
 * @param order place in lists of roles, from 10 upwards
 * @param holding what the role opens to its holder
 * @param grantedBy names of roles whose holders may give this one in the units that they reach; administrators may
 *     give every role
 * @param notWith names of roles that one person may not hold beside this one in a unit, above or below it; said of
 *     either of the two, it holds for both
 * @param includes names of roles that a holder of this one has too, in the same unit
 * @param secondFactor whether a holder does nothing before a second proof of who they are; who may give roles does
 *     not either, whatever is said here
 */
public record RoleDefinition(
        String name,
        int order,
        Holding holding,
        Set<String> grantedBy,
        Set<String> notWith,
        Set<String> includes,
        boolean secondFactor) {

    /** What a role opens to its holder. */
    public enum Holding {
        /** records of the unit that it is held in and of those below it */
        UNIT,
        /** the holder's own records only, in whichever unit they are: a trader's stall */
        OWN,
        /** nothing by itself: it is given to nobody, and held by those whose role includes it */
        INCLUDED
    }

    public RoleDefinition {
        if (!name.matches("[A-Z][A-Z_]{1,39}")) throw new IllegalArgumentException("No name of a role: " + name);
        grantedBy = Set.copyOf(grantedBy);
        notWith = Set.copyOf(notWith);
        includes = Set.copyOf(includes);
    }

    /** A role of people who work in a unit. */
    public static RoleDefinition of(String name, int order) {
        return new RoleDefinition(name, order, Holding.UNIT, Set.of(), Set.of(), Set.of(), false);
    }

    /** A role of people whom a unit serves. */
    public static RoleDefinition own(String name, int order) {
        return new RoleDefinition(name, order, Holding.OWN, Set.of(), Set.of(), Set.of(), false);
    }

    /**
     * What a room lets holders of other rooms' roles do: those rooms include it in their roles, and the room names none
     * of them.
     */
    public static RoleDefinition included(String name) {
        return new RoleDefinition(name, Integer.MAX_VALUE, Holding.INCLUDED, Set.of(), Set.of(), Set.of(), false);
    }

    public RoleDefinition grantedBy(String... roles) {
        return new RoleDefinition(name, order, holding, Set.of(roles), notWith, includes, secondFactor);
    }

    public RoleDefinition notWith(String... roles) {
        return new RoleDefinition(name, order, holding, grantedBy, Set.of(roles), includes, secondFactor);
    }

    public RoleDefinition including(String... roles) {
        return new RoleDefinition(name, order, holding, grantedBy, notWith, Set.of(roles), secondFactor);
    }

    /** A role of people who sign, judge, or decide about money or other people's rights. */
    public RoleDefinition withSecondFactor() {
        return new RoleDefinition(name, order, holding, grantedBy, notWith, includes, true);
    }

    /** The message key of what people call it. */
    public String key() {
        return "role." + name;
    }

    Set<String> named() {
        var all = new HashSet<>(grantedBy);
        all.addAll(notWith);
        all.addAll(includes);
        return all;
    }
}
