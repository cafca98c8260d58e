package vn.thucchat.foundation.work;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactId;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.facts.Provenance;

/** Records that work was done, on time or late, in the transaction that closes it. */
@Component
record WorkFacts(Facts facts, WorkKinds kinds, InstantSource clock) {

    static final String DONE = "work.done";
    static final String ON_TIME = "on-time";
    static final String LATE = "late";

    @Bean
    static FactKind workDone(WorkKinds kinds) {
        return new FactKind(
                        DONE,
                        Set.of("kind", "timing"),
                        false,
                        "",
                        FactKind.Disclosure.OPEN,
                        item -> "/work/items/" + item)
                .with("kind", kinds.counted())
                .with("timing", List.of(ON_TIME, LATE));
    }

    /** @param closed items that were just closed */
    void record(Collection<WorkItem> closed) {
        facts.record(closed.stream()
                .filter(item -> done(item) && kinds.of(item.kind()).counted())
                .map(this::fact)
                .toList());
    }

    private static boolean done(WorkItem item) {
        return item.closing() != null && item.closing().outcome() == WorkItem.Outcome.DONE;
    }

    private Fact fact(WorkItem item) {
        var at = Objects.requireNonNull(item.closing()).closedAt();
        return new Fact(
                new FactId(Ids.next(clock)),
                DONE,
                item.unit(),
                BusinessTime.day(at),
                at,
                null,
                Map.of("kind", item.kind(), "timing", item.late(at) ? LATE : ON_TIME),
                1,
                0,
                Provenance.MEASURED,
                item.synthetic(),
                item.id(),
                null);
    }
}
