package vn.thucchat.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.function.BiConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.steering.indicators.definitions.Period;

/** Records what communes did that no room has pages for. Before reports: roll-ups count it while these are written. */
@Component
@Order(300)
record ActSteps(Province province, Facts facts) implements DemonstrationStep {

    /** Facts in one statement. */
    private static final int BATCH = 20_000;

    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {
        for (Period half : days.lived()) step.accept("acts-" + half, () -> acts(days, half));
    }

    private void acts(Days days, Period half) {
        var batch = new ArrayList<Fact>(BATCH + 2_000);
        LocalDate last = days.lastDay(half);
        for (Commune commune : province.communes(last)) {
            batch.addAll(ActStream.of(commune, half, last));
            if (batch.size() >= BATCH) {
                facts.record(batch);
                batch.clear();
            }
        }
        facts.record(batch);
    }
}
