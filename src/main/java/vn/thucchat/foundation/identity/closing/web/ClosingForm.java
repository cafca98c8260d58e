package vn.thucchat.foundation.identity.closing.web;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;

/** The second confirmation. */
record ClosingForm(
        @AssertTrue(message = "closing.sure.fault") @Nullable
        Boolean sure) {

    boolean given() {
        return Boolean.TRUE.equals(sure);
    }
}
