package vn.thucchat.foundation.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The clock of one piece of work: what started, stopped and extended its term, each with its time and legal ground. What it
 * shows is a function of these events and of a calendar: read with the calendar as it was known at an instant it says what
 * was promised then ({@code clock.until(then).read(workingTime.of(agency, then), then)}), read with the present one what
 * holds now.
 */
public record WorkClock(List<Event> events) {

    /** Something that happened to the clock. */
    public sealed interface Event {

        Instant at();

        /** The document and article that allows it: {@code Nghị định 118/2025/NĐ-CP, Điều 17}. */
        String ground();

        record Started(Instant at, Term term, String ground) implements Event {}

        /** From here on nothing counts: somebody else has to act, such as the citizen who completes the papers. */
        record Paused(Instant at, String ground) implements Event {}

        record Resumed(Instant at, String ground) implements Event {}

        /** The whole term begins anew. */
        record Restarted(Instant at, Term term, String ground) implements Event {}

        /** The work may take longer. The first due time stays known. */
        record Extended(Instant at, Term more, String ground) implements Event {}

        record Finished(Instant at, String ground) implements Event {}
    }

    public enum State {
        RUNNING,
        PAUSED,
        FINISHED;

        /** What may happen in this state, and nothing else. */
        public Set<Class<? extends Event>> allowed() {
            return switch (this) {
                case RUNNING ->
                    Set.of(Event.Paused.class, Event.Restarted.class, Event.Extended.class, Event.Finished.class);
                case PAUSED -> Set.of(Event.Resumed.class, Event.Restarted.class, Event.Finished.class);
                case FINISHED -> Set.of();
            };
        }
    }

    /**
     * The time between two events.
     *
     * @param event what began it
     * @param to the next event, or the time of the reading
     * @param counts whether its working time is used up
     * @param working the working time in it
     * @param used working time used since the term last began, this included
     * @param due the due time at its end
     */
    public record Tick(Event event, Instant to, boolean counts, Duration working, Duration used, Instant due) {}

    /**
     * What the clock shows.
     *
     * @param due pauses and extensions included; while it pauses, as if it went on now
     * @param dueWithoutExtensions what it would be had nobody extended the term
     * @param used working time used since the term last began
     * @param late it was or is not finished by {@code due}
     */
    public record Reading(
            State state,
            Instant due,
            Instant dueWithoutExtensions,
            int extensions,
            Duration used,
            boolean late,
            List<Tick> ticks) {}

    /** @throws IllegalArgumentException when the events are not in order, or one is not allowed after the one before */
    public WorkClock {
        events = List.copyOf(events);
        if (events.isEmpty() || !(events.getFirst() instanceof Event.Started))
            throw new IllegalArgumentException("A clock begins by being started");
        State state = State.RUNNING;
        for (int i = 1; i < events.size(); i++) {
            Event event = events.get(i);
            if (event.at().isBefore(events.get(i - 1).at()) || !state.allowed().contains(event.getClass()))
                throw new IllegalArgumentException(event + " in state " + state);
            state = after(event);
        }
    }

    public static WorkClock started(Instant at, Term term, String ground) {
        return new WorkClock(List.of(new Event.Started(at, term, ground)));
    }

    /** @throws IllegalArgumentException when the event is not allowed now, or lies before the last one */
    public WorkClock with(Event event) {
        return new WorkClock(Stream.concat(events.stream(), Stream.of(event)).toList());
    }

    public State state() {
        return after(events.getLast());
    }

    /** The clock with what had happened by an instant; empty when it had not started. */
    public Optional<WorkClock> until(Instant then) {
        List<Event> known =
                events.stream().filter(event -> !event.at().isAfter(then)).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new WorkClock(known));
    }

    /** What the clock shows at an instant, which is not before its last event. */
    public Reading read(WorkingCalendar calendar, Instant now) {
        if (now.isBefore(events.getLast().at())) throw new IllegalArgumentException("Use until() for the past");
        var ticks = new ArrayList<Tick>();
        Duration used = Duration.ZERO;
        Instant due = now;
        Instant plain = now;
        int extensions = 0;
        boolean late = false;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            Instant to = i + 1 < events.size() ? events.get(i + 1).at() : now;
            Duration working = calendar.elapsed(event.at(), to);
            boolean counts = after(event) == State.RUNNING;
            switch (event) {
                case Event.Started(Instant at, Term term, String _) ->
                    due = plain = calendar.due(at, term).at();
                case Event.Restarted(Instant at, Term term, String _) -> {
                    used = Duration.ZERO;
                    extensions = 0;
                    due = plain = calendar.due(at, term).at();
                }
                case Event.Extended(Instant _, Term more, String _) -> {
                    extensions++;
                    due = extended(calendar, due, more);
                }
                case Event.Paused(Instant at, String _) -> {
                    due = moved(calendar, due, at, working);
                    plain = moved(calendar, plain, at, working);
                }
                case Event.Resumed _ -> {}
                case Event.Finished(Instant at, String _) -> {
                    late = at.isAfter(due);
                    working = Duration.ZERO;
                }
            }
            if (counts) used = used.plus(working);
            ticks.add(new Tick(event, to, counts, working, used, due));
        }
        State state = state();
        return new Reading(
                state,
                due,
                plain,
                extensions,
                used,
                state == State.FINISHED ? late : now.isAfter(due),
                List.copyOf(ticks));
    }

    /** What was late when the pause began stays late. */
    private static Instant moved(WorkingCalendar calendar, Instant due, Instant pausedAt, Duration working) {
        return pausedAt.isAfter(due) ? due : calendar.plus(due, working);
    }

    private static Instant extended(WorkingCalendar calendar, Instant due, Term more) {
        return switch (more) {
            case Term.Days(int days) when days == 0 -> due;
            case Term.Days _ -> calendar.due(due, more).at();
            case Term.Hours(int hours) -> calendar.plus(due, Duration.ofHours(hours));
        };
    }

    private static State after(Event event) {
        return switch (event) {
            case Event.Started _, Event.Resumed _, Event.Restarted _, Event.Extended _ -> State.RUNNING;
            case Event.Paused _ -> State.PAUSED;
            case Event.Finished _ -> State.FINISHED;
        };
    }
}
