package vn.thucchat.government.dossiers.procedures;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.work.WorkItem;
import vn.thucchat.foundation.work.WorkItems;

/** Keeps the decisions that proposed versions wait for in the work list of the editors. */
@Component
record ProcedureWork(WorkItems items) {

    /** Code of the kind of work. */
    static final String KIND = "dossiers.procedure-decision";

    void open(ProcedureVersion version, Instant at) {
        items.open(List.of(new WorkItems.Opening(
                KIND,
                version.unit(),
                null,
                version.id(),
                List.of(version.draft().name()),
                false,
                at,
                null)));
    }

    void close(ProcedureVersion version, Actor by, Instant at) {
        items.close(List.of(new WorkItems.Ending(KIND, version.unit(), version.id(), by, at, WorkItem.Outcome.DONE)));
    }
}
