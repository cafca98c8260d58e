package vn.thucchat.demonstration;

import java.util.function.BiConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Defines the indicators of the invented province. */
@Component
@Order(100)
record DefinitionSteps(Definitions definitions) implements DemonstrationStep {

    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {
        step.accept("indicators", definitions::define);
    }
}
