package vn.thucchat.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Demo;
import vn.thucchat.steering.indicators.definitions.Period;

/** Steps of the guided tour, from a buyer's payment to the province's figure and the act at its root. */
public enum TourStep {
    PAY(null, Pattern.quote(Demo.BUYER)),
    TILL(People.TRADER, "/market/stalls/[^/]+"),
    DAY(People.MANAGER, "/markets/[^/]+/day"),
    FIGURE(null, "/figures/" + TourStep.INDICATOR + "/.+(?<!/evidence)"),
    ACT(null, "/market/acts/payments/[^/]+");

    /** The steps in the order in which they are gone. */
    public static final List<TourStep> IN_ORDER = List.of(values());

    private static final String INDICATOR = "market-4.0-value";

    private final @Nullable String person;
    private final Pattern done;

    TourStep(@Nullable String person, String done) {
        this.person = person;
        this.done = Pattern.compile(done);
    }

    /** The username of the person whose page it is; empty where everybody may read it, or the person before may. */
    public Optional<String> person() {
        return Optional.ofNullable(person);
    }

    /**
     * Returns the address where the step is done.
     *
     * @param today the business day whose market and half-year are shown
     */
    public String path(LocalDate today) {
        DemoMarket market = DemoMarket.ALL.getFirst();
        String figure =
                "/figures/" + INDICATOR + "/" + Province.CODE + "/" + Period.containing(today, Period.Grain.HALF);
        return switch (this) {
            case PAY -> Demo.BUYER;
            case TILL -> "/market/stalls";
            case DAY -> "/markets/" + market.code() + "/day";
            case FIGURE -> figure + "?view=time";
            case ACT -> figure + "/evidence?of=" + market.commune() + "&from=" + today + "&to=" + today;
        };
    }

    /**
     * Returns whether a page that was shown completes the step.
     *
     * @param sent whether the page says that a payment was sent
     */
    public boolean doneBy(String path, boolean sent) {
        return done.matcher(path).matches() && (this != PAY || sent);
    }
}
