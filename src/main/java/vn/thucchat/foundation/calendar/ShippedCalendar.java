package vn.thucchat.foundation.calendar;

import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.access.Actor;

/**
 * Takes what a release brings in {@code data/calendar}, each line once. A new installation reckons with it from the day of
 * its document on; a running one from the start of the release that brought it, because it promised otherwise before.
 */
@Component
@DependsOnDatabaseInitialization
class ShippedCalendar {

    private final CalendarStore store;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    ShippedCalendar(CalendarStore store, InstantSource clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    @PostConstruct
    void take() {
        transactions.executeWithoutResult(_ -> {
            boolean first = store.size() == 0;
            Instant now = clock.instant();
            for (StatedDay one : ShippedFiles.notices())
                store.add(
                        new StatedDay(
                                one.day(),
                                one.kind(),
                                one.holiday(),
                                one.name(),
                                one.document(),
                                true,
                                first ? one.knownAt() : now),
                        Actor.PLATFORM.account());
            for (StatedHours one : ShippedFiles.hours())
                store.add(
                        new StatedHours(
                                one.unit(),
                                one.from(),
                                one.hours(),
                                one.document(),
                                false,
                                true,
                                first ? one.knownAt() : now),
                        Actor.PLATFORM.account());
        });
    }
}
