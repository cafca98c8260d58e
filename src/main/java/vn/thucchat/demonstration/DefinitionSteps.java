package vn.thucchat.demonstration;

import java.util.function.BiConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Defines the indicators of the invented province. */
@Component
@Order(100)
class DefinitionSteps implements DemonstrationStep {

    private final Definitions definitions;

    DefinitionSteps(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {
        step.accept("indicators", definitions::define);
    }
}
