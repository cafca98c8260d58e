package vn.thucchat.demonstration;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;

/** Loads the demonstration in steps, each whole or not at all; steps that are done are left out. */
@Component
class Loading {

    static final String BEGUN = "begun";
    static final String COMPLETE = "complete-with-markets";

    private final StepStore steps;
    private final List<DemonstrationStep> rooms;
    private final InstantSource clock;
    private final TransactionTemplate apart;

    /** @param rooms in their order */
    Loading(
            StepStore steps,
            List<DemonstrationStep> rooms,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.steps = steps;
        this.rooms = rooms;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** From now on the demonstration is on, also for a process that finds it half loaded. */
    void begin() {
        step(BEGUN, name -> {}, () -> {});
    }

    /** @param beginning told the name of each step inside its transaction; what it throws undoes the step and ends all */
    void load(Consumer<String> beginning) {
        if (steps.done(COMPLETE)) return;
        begin();
        var days = new Days(BusinessTime.day(steps.doneAt(BEGUN).orElseThrow()));
        for (DemonstrationStep room : rooms) room.load(days, (name, what) -> step(name, beginning, what));
        step(COMPLETE, beginning, () -> {});
    }

    void on() {
        rooms.forEach(DemonstrationStep::on);
    }

    void off() {
        rooms.forEach(DemonstrationStep::off);
    }

    private void step(String name, Consumer<String> beginning, Runnable what) {
        apart.executeWithoutResult(status -> {
            if (steps.done(name)) return;
            beginning.accept(name);
            what.run();
            steps.insert(name, clock.instant());
        });
    }
}
