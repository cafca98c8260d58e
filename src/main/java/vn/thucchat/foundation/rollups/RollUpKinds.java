package vn.thucchat.foundation.rollups;

import java.util.function.Predicate;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.Facts;

/** How facts of a kind are counted, by its code. */
record RollUpKinds(Predicate<String> isState, Predicate<String> isReceipt) {

    static RollUpKinds of(Facts facts) {
        return new RollUpKinds(
                code -> facts.kind(code).map(FactKind::state).orElse(false),
                code -> facts.kind(code).map(FactKind::receipt).orElse(false));
    }
}
