package vn.thucchat.steering.indicators.explanations.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Roles;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.explanations.Explanation;
import vn.thucchat.steering.indicators.explanations.Explanations;
import vn.thucchat.steering.indicators.figures.FigurePanel;

/** Shows on a figure's page what was asked about it and answered, and lets a leader ask. */
@Component
@Order(100)
record FigureExplanations(Explanations explanations, Access access) implements FigurePanel {

    @Override
    public Optional<Panel> of(Actor reader, Texts t, String indicator, UnitCode unit, Period period) {
        var remarks = new ArrayList<Remark>();
        if (explanations.sees(reader, unit))
            for (Explanation it : explanations.ofFigure(indicator, unit, period)) {
                remarks.add(question(t, it));
                remarks.add(answer(t, it));
            }
        Link ask = access.may(reader, Roles.LEADER, unit.value())
                ? new Link(
                        "/explanations/new?indicator=%s&unit=%s&period=%s".formatted(indicator, unit, period),
                        t.of("figure.explain"))
                : null;
        return remarks.isEmpty() && ask == null
                ? Optional.empty()
                : Optional.of(new Panel(t.of("figure.explanations"), remarks, ask));
    }

    private static Remark question(Texts t, Explanation it) {
        String asked = t.of("figure.explanations.asked", it.askedByName(), t.date(BusinessTime.day(it.askedAt())));
        String due = t.of("figure.explanations.due", t.date(it.due()));
        return new Remark(false, asked + " · " + due, it.question(), false, List.of());
    }

    private static Remark answer(Texts t, Explanation it) {
        var at = it.answeredAt();
        if (at == null) return new Remark(true, "", t.of("figure.explanations.waiting"), true, List.of());
        @Nullable String by = it.answeredByName();
        return new Remark(
                true,
                t.of("figure.explanations.answered", by == null ? "" : by, t.date(BusinessTime.day(at))),
                it.answer(),
                false,
                it.files().stream()
                        .map(file -> new Link("/explanations/%s/files/%s".formatted(it.id(), file.file()), file.name()))
                        .toList());
    }
}
