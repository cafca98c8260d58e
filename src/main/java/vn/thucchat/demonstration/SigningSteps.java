package vn.thucchat.demonstration;

import java.util.function.BiConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.signing.TrustAnchors;

/** Signs a paper, so that there is something to verify. */
@Component
@Order(160)
record SigningSteps(SignedSamples samples, TrustAnchors anchors) implements DemonstrationStep {

    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {
        step.accept("signed-samples", () -> samples.make(days.loaded()));
    }

    @Override
    public void on() {
        samples.believe();
    }

    /** Nobody believes an authority whose keys are a demonstration's. */
    @Override
    public void off() {
        anchors.deleteDemonstrationData();
    }
}
