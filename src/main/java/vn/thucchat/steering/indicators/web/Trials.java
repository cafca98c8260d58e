package vn.thucchat.steering.indicators.web;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.Figures;
import vn.thucchat.steering.indicators.Indicator;
import vn.thucchat.steering.indicators.Period;
import vn.thucchat.steering.indicators.SteeringRoles;

/** Values of formulas today, in the unit of the steering office that writes them, before and after they are kept. */
@Component
class Trials {

    private final Figures figures;
    private final OfficeUnits office;
    private final DisplayNames wording;
    private final RequestParameters asked;

    Trials(Figures figures, OfficeUnits office, DisplayNames wording, RequestParameters asked) {
        this.figures = figures;
        this.office = office;
        this.wording = wording;
        this.asked = asked;
    }

    /** Empty where nothing happened yet that the formula counts, or nothing is computed. */
    Optional<IndicatorPage.Latest> today(Texts t, Actor actor, Indicator it) {
        if (it.formula().isEmpty()) return Optional.empty();
        UnitCode unit = office.home(actor, SteeringRoles.STEERING_OFFICE);
        Period period = Period.containing(asked.today(), it.frequency());
        LocalDate day = period.to();
        return figures.trial(actor, it, unit, period)
                .flatMap(figure -> Optional.ofNullable(FigureFormat.quantity(figure, it))
                        .map(value -> new IndicatorPage.Latest(
                                wording.name(t, unit, day),
                                DisplayNames.name(t, period),
                                value,
                                DisplayNames.figure(it.code(), unit, period, day),
                                figure.provenance(),
                                figure.synthetic())));
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
