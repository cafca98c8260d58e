package vn.thucchat.foundation.database;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Lists the acts that change the state of one kind of record: the whole of its life cycle, as data that statements bind
 * and the documentation draws.
 *
 * <pre>{@code
 * static final Transitions<State> LIFE = Transitions.from(DRAFT)
 *         .act("submit", SUBMITTED, DRAFT, RETURNED)
 *         .act("accept", ACCEPTED, SUBMITTED);
 *
 * UPDATE … SET state = 'SUBMITTED' WHERE id = :id AND state = ANY (:from)
 * .param("from", LIFE.before("submit"))
 * }</pre>
 */
public final class Transitions<S extends Enum<S>> {

    private record Act<S>(String name, S to, Set<S> from) {}

    private final S first;
    private final List<Act<S>> acts;

    private Transitions(S first, List<Act<S>> acts) {
        this.first = first;
        this.acts = List.copyOf(acts);
    }

    /** @param first the state that a record begins in */
    public static <S extends Enum<S>> Transitions<S> from(S first) {
        return new Transitions<>(first, List.of());
    }

    /** Adds an act that leads to a state from some others; from the same one where it changes the rest of the record. */
    @SafeVarargs
    public final Transitions<S> act(String name, S to, S from, S... others) {
        Set<S> before = EnumSet.of(from);
        for (S other : others) before.add(other);
        var all = new ArrayList<>(acts);
        all.add(new Act<>(name, to, before));
        return new Transitions<>(first, all);
    }

    /**
     * The names of the states that an act may be done in, for {@code state = ANY (:from)}.
     *
     * @throws IllegalArgumentException when there is no such act
     */
    public String[] before(String act) {
        return find(act).from().stream().map(Enum::name).toArray(String[]::new);
    }

    /**
     * The state that an act leads to.
     *
     * @throws IllegalArgumentException when there is no such act
     */
    public S after(String act) {
        return find(act).to();
    }

    private Act<S> find(String act) {
        return acts.stream()
                .filter(one -> one.name().equals(act))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("No act " + act + " in the life of " + first.getDeclaringClass()));
    }

    /** The other states that may come next. */
    public Set<S> after(S state) {
        Set<S> next = EnumSet.noneOf(first.getDeclaringClass());
        for (Act<S> act : acts) if (act.from().contains(state)) next.add(act.to());
        next.remove(state);
        return next;
    }

    /** A Mermaid state diagram of it, without its fence. */
    public String diagram() {
        var drawn = new StringBuilder("stateDiagram-v2\n    [*] --> " + first + "\n");
        for (Act<S> act : acts)
            for (S from : act.from())
                if (from != act.to()) drawn.append("    %s --> %s: %s\n".formatted(from, act.to(), act.name()));
        for (S state : EnumSet.allOf(first.getDeclaringClass()))
            if (after(state).isEmpty()) drawn.append("    ").append(state).append(" --> [*]\n");
        return drawn.toString();
    }
}
