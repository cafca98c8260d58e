package toyroom;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.work.WorkItem;
import vn.thucchat.foundation.work.WorkItems;
import vn.thucchat.foundation.work.WorkKind;
import vn.thucchat.foundation.work.WorkLine;

/** Lends books, which the library waits for until they are back. */
@Service
public class ToyLending {

    private static final String RETURN = "toyroom.return";

    private final WorkItems work;
    private final InstantSource clock;

    ToyLending(WorkItems work, InstantSource clock) {
        this.work = work;
        this.clock = clock;
    }

    @Bean
    static WorkKind bookToReturn() {
        return new WorkKind(
                RETURN,
                ToyRoles.LIBRARIAN,
                true,
                (t, item) -> WorkLine.of(
                        t.of("toyroom.return", item.arguments().getFirst()),
                        t.of("toyroom.nav"),
                        item.dueOn(),
                        "/library",
                        t.of("toyroom.take-back")));
    }

    @Transactional
    public UUID lend(UnitCode library, String book) {
        UUID loan = Ids.next(clock);
        work.open(List.of(
                new WorkItems.Opening(RETURN, library, null, loan, List.of(book), true, clock.instant(), null)));
        return loan;
    }

    @Transactional
    public void takeBack(UnitCode library, UUID loan, Actor by) {
        work.close(List.of(new WorkItems.Ending(RETURN, library, loan, by, clock.instant(), WorkItem.Outcome.DONE)));
    }
}
