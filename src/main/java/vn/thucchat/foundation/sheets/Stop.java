package vn.thucchat.foundation.sheets;

import org.jspecify.annotations.Nullable;

/** Ends a reading from within a parser's callbacks; never leaves the package. */
final class Stop extends RuntimeException {

    final transient SheetReading.Refused refused;

    Stop(SheetReading.Refused refused) {
        super(refused.reason().name(), null, false, false);
        this.refused = refused;
    }

    Stop(Reason reason, @Nullable String detail) {
        this(new SheetReading.Refused(reason, detail));
    }

    Stop(Reason reason) {
        this(reason, null);
    }
}
