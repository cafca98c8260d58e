package vn.thucchat.steering.indicators.definitions.web;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.IndicatorValues;
import vn.thucchat.steering.indicators.definitions.IndicatorValues.IndicatorValue;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

/** Values of formulas today, in the unit of the steering office that writes them, before and after they are kept. */
@Component
record Trials(IndicatorValues values, OfficeUnits office, DisplayNames wording, RequestParameters asked) {

    /** Empty where nothing happened yet that the formula counts, or nothing is computed. */
    Optional<IndicatorPage.Latest> today(Texts t, Actor actor, Indicator it) {
        if (it.formula().isEmpty()) return Optional.empty();
        UnitCode unit = office.home(actor, SteeringRoles.STEERING_OFFICE);
        Period period = Period.containing(asked.today(), it.frequency());
        return values.trial(actor, it, unit, period).flatMap(value -> latest(t, it, value));
    }

    /** A value as the page of the indicator shows it. */
    Optional<IndicatorPage.Latest> latest(Texts t, Indicator it, IndicatorValue value) {
        LocalDate day = value.period().to();
        return Optional.ofNullable(Quantity.of(it, value))
                .map(quantity -> new IndicatorPage.Latest(
                        wording.name(t, value.unit(), day),
                        DisplayNames.name(t, value.period()),
                        quantity,
                        DisplayNames.figure(it.code(), value.unit(), value.period(), day),
                        value.provenance(),
                        value.synthetic()));
    }

    /** One sentence: what the formula comes to, or that nothing happened yet that it counts. */
    String words(Texts t, Actor actor, Indicator it) {
        return today(t, actor, it)
                .map(today -> t.of(
                        "indicator.trial",
                        today.unit(),
                        today.period(),
                        today.value().text(t)))
                .orElseGet(() -> t.of("indicator.trial.none"));
    }
}
