package vn.thucchat.foundation.rollups;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.facts.Cell;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.LoggedFact;

/** A stretch of the log, summed up by day and the hours of each. */
final class RollUpBatch {

    /** A subject that has no number yet, or whose number is not in memory. */
    record Unnumbered(RollUpCell cell, int hour, UUID subject) {}

    /** The most subjects that wait for their numbers: a long stretch, such as a day of a whole country, has millions. */
    static final int UNNUMBERED = 100_000;

    private final RollUpKinds kinds;
    private final RollUpSubjects subjects;
    private final Map<RollUpCell.Key, RollUpCell> days = new HashMap<>();
    private final Map<RollUpState.Key, RollUpState> states = new HashMap<>();
    private final Set<Cell> recount = new HashSet<>();
    private final List<Unnumbered> unnumbered = new ArrayList<>();
    private int facts;

    RollUpBatch(RollUpKinds kinds, RollUpSubjects subjects) {
        this.kinds = kinds;
        this.subjects = subjects;
    }

    void add(LoggedFact logged) {
        facts++;
        Fact fact = logged.fact();
        if (kinds.isReceipt().test(fact.kind())) return;
        if (fact.corrects() != null) {
            // Sets of subjects and last amounts cannot be taken back; both days are counted anew.
            recount.add(new Cell(fact.unit(), fact.kind(), fact.day()));
            if (logged.correctedDay() != null) recount.add(new Cell(fact.unit(), fact.kind(), logged.correctedDay()));
        }
        count(fact);
    }

    void count(Fact fact) {
        if (fact.isVoid() || kinds.isReceipt().test(fact.kind())) return;
        var key = new RollUpCell.Key(
                RollUpGrain.D,
                fact.day(),
                fact.kind(),
                fact.unit(),
                fact.facets(),
                fact.provenance(),
                fact.synthetic());
        RollUpCell cell = days.computeIfAbsent(key, _ -> new RollUpCell());
        int hour = fact.at().atZone(BusinessTime.VIETNAM).getHour();
        cell.addAt(hour, fact.count(), fact.amount());
        if (fact.subject() != null) {
            int number = subjects.known(fact.subject());
            if (number != RollUpSubjects.UNKNOWN) cell.addSubjectAt(hour, number);
            else unnumbered.add(new Unnumbered(cell, hour, fact.subject()));
            if (unnumbered.size() == UNNUMBERED) {
                subjects.number(unnumbered);
                unnumbered.clear();
            }
        }
        if (kinds.isState().test(fact.kind()))
            states.merge(RollUpState.Key.of(fact), new RollUpState(fact.at(), fact.amount()), RollUpState::later);
    }

    /** Forgets what it has of the cells to recount, so that they can be counted from the log instead. */
    void forgetRecounted() {
        days.keySet().removeIf(key -> recount.contains(key.cell()));
        states.keySet().removeIf(key -> recount.contains(key.cell()));
    }

    int facts() {
        return facts;
    }

    Collection<Cell> recount() {
        return recount;
    }

    List<Unnumbered> unnumbered() {
        return unnumbered;
    }

    Map<RollUpCell.Key, RollUpCell> days() {
        return days;
    }

    Map<RollUpState.Key, RollUpState> states() {
        return states;
    }
}
