package vn.thucchat.economy.market.signs.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.signs.Certification;
import vn.thucchat.economy.market.signs.Criterion;
import vn.thucchat.foundation.pages.Form;

/**
 * Whether a market meets the standard.
 *
 * @param manages whether the reader may confirm criteria
 * @param leads whether the reader may certify and revoke
 * @param wrong the criterion whose form was not taken, or empty
 */
public record CertificationPage(
        Market market,
        List<Criterion.State> states,
        List<Certification> certifications,
        boolean manages,
        boolean leads,
        String wrong,
        Form<?> form) {

    /** The one that holds, or null. */
    public @Nullable Certification current() {
        return certifications.stream()
                .filter(it -> it.revokedOn() == null)
                .findFirst()
                .orElse(null);
    }

    /** How many criteria stand against certifying. */
    public long missing() {
        return states.stream().filter(state -> !state.holds()).count();
    }

    /** Whether there is nothing against certifying. */
    public boolean ready() {
        return Criterion.State.all(states);
    }
}
