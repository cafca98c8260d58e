package vn.thucchat.portal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.work.WorkItem;
import vn.thucchat.foundation.work.WorkSource;

/** Gathers what waits for a person in all rooms. */
@Component
class Work {

    private final List<WorkSource> rooms;
    private final InstantSource clock;

    Work(List<WorkSource> rooms, InstantSource clock) {
        this.rooms = rooms;
        this.clock = clock;
    }

    /** The most overdue first; what has no day comes last. */
    List<WorkPage.Item> of(Texts t, Actor actor) {
        LocalDate today = BusinessTime.day(clock.instant());
        return rooms.stream()
                .flatMap(room -> room.waiting(t, actor).stream())
                .sorted(Comparator.comparing(WorkItem::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())))
                .map(item -> new WorkPage.Item(
                        item.what(),
                        item.about(),
                        item.due(),
                        item.due() == null ? 0 : ChronoUnit.DAYS.between(item.due(), today),
                        item.url(),
                        item.fields(),
                        item.action()))
                .toList();
    }
}
