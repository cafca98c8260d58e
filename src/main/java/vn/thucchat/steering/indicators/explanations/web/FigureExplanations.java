package vn.thucchat.steering.indicators.explanations.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
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
        if (explanations.sees(reader, unit)) {
            List<Explanation> all = explanations.ofFigure(indicator, unit, period).stream()
                    .filter(it -> it.synthetic() || !reader.synthetic())
                    .toList();
            var earlier = explanations.earlier(all.stream().map(Explanation::id).toList());
            for (Explanation it : all) {
                for (Explanation.Exchange before : earlier)
                    if (before.explanation().equals(it.id())) {
                        remarks.add(
                                question(t, before.askedByName(), before.askedAt(), before.due(), before.question()));
                        remarks.add(answer(
                                t,
                                it.id(),
                                before.answeredByName(),
                                before.answeredAt(),
                                before.answer(),
                                before.files()));
                    }
                remarks.add(question(t, it.askedByName(), it.askedAt(), it.due(), it.question()));
                remarks.add(answer(t, it.id(), it.answeredByName(), it.answeredAt(), it.answer(), it.files()));
            }
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

    private static Remark question(Texts t, String by, Instant at, LocalDate due, String question) {
        String asked = t.of("figure.explanations.asked", by, t.date(BusinessTime.day(at)));
        return new Remark(
                false, asked + " · " + t.of("figure.explanations.due", t.date(due)), question, false, List.of());
    }

    private static Remark answer(
            Texts t,
            UUID id,
            @Nullable String by,
            @Nullable Instant at,
            String answer,
            List<Explanation.Attachment> files) {
        if (at == null) return new Remark(true, "", t.of("figure.explanations.waiting"), true, List.of());
        return new Remark(
                true,
                t.of("figure.explanations.answered", by == null ? "" : by, t.date(BusinessTime.day(at))),
                answer,
                false,
                files.stream()
                        .map(file -> new Link("/explanations/%s/files/%s".formatted(id, file.file()), file.name()))
                        .toList());
    }
}
