package vn.thucchat.foundation.work;

import java.time.InstantSource;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.work.UnitSuccessors.Successor;

/**
 * Gives the open work of units that a reform ended to those that take it over: the only successor or, where a unit was
 * divided, its parent. Whoever runs at the same time finds it closed.
 */
@Service
class EndedUnits {

    private static final Logger LOG = LoggerFactory.getLogger(EndedUnits.class);

    private final WorkItemStore store;
    private final WorkItems work;
    private final UnitSuccessors successors;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    EndedUnits(
            WorkItemStore store,
            WorkItems work,
            UnitSuccessors successors,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.work = work;
        this.successors = successors;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    void run() {
        LocalDate today = BusinessTime.day(clock.instant());
        for (UnitCode unit : store.busyUnits())
            successors
                    .of(unit, today)
                    .ifPresent(successor -> transactions.executeWithoutResult(_ -> move(unit, successor)));
    }

    private void move(UnitCode unit, Successor successor) {
        int moved = 0;
        for (WorkItem item : store.openOf(unit))
            if (work.reassign(item.kind(), unit, successor.unit(), item.evidence(), Actor.PLATFORM)) moved++;
        LOG.info("Unit {} has ended: {} items of its work went to {}", unit, moved, successor.unit());
    }
}
