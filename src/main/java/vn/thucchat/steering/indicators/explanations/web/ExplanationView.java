package vn.thucchat.steering.indicators.explanations.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.explanations.Explanation;
import vn.thucchat.steering.indicators.explanations.Explanations;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Assessments;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;
import vn.thucchat.steering.indicators.figures.web.FigureFormat;

/** Puts together what the page of an explanation shows: the thread, the figure in question, and what may be done. */
@Component
record ExplanationView(
        RequestParameters asked,
        Explanations explanations,
        RecipientOptions options,
        Figures figures,
        Assessments assessments,
        DisplayNames wording) {

    ExplanationPage page(Actor actor, Texts t, Explanation it, Form<?> form) {
        String url = ExplanationController.path(it.id());
        var answeredAt = it.answeredAt();
        return new ExplanationPage(
                url,
                subject(
                        actor,
                        t,
                        asked.indicator(it.indicator()),
                        asked.unit(it.unit().value(), it.period().to()),
                        it.period()),
                it.state(),
                explanations.earlier(List.of(it.id())).stream()
                        .map(exchange -> earlier(url, exchange))
                        .toList(),
                it.askedByName(),
                BusinessTime.day(it.askedAt()),
                it.question(),
                it.due(),
                answeredAt == null ? ChronoUnit.DAYS.between(it.due(), asked.today()) : 0,
                answeredAt == null
                        ? null
                        : new ExplanationPage.Answer(
                                it.answeredByName() == null ? "" : it.answeredByName(),
                                BusinessTime.day(answeredAt),
                                it.answer(),
                                links(url, it.files())),
                it.synthetic(),
                it.state() == Explanation.State.ASKED && explanations.may(actor, SteeringRoles.REPORTER, it),
                it.state() == Explanation.State.ANSWERED && explanations.may(actor, Roles.LEADER, it),
                it.version(),
                explanations.recipients(it.id()),
                explanations.may(actor, Roles.LEADER, it)
                        ? options.tell(actor, t, form, it.unit(), it.synthetic())
                        : null,
                form);
    }

    private static ExplanationPage.Exchange earlier(String url, Explanation.Exchange it) {
        return new ExplanationPage.Exchange(
                it.askedByName(),
                BusinessTime.day(it.askedAt()),
                it.question(),
                it.due(),
                new ExplanationPage.Answer(
                        it.answeredByName(), BusinessTime.day(it.answeredAt()), it.answer(), links(url, it.files())));
    }

    private static List<Link> links(String url, List<Explanation.Attachment> files) {
        return files.stream()
                .map(file -> new Link(url + "/files/" + file.file(), file.name()))
                .toList();
    }

    QuestionPage.Subject subject(Actor actor, Texts t, Indicator indicator, Unit unit, Period period) {
        LocalDate day = period.to();
        Figure figure = figures.visible(actor, List.of(unit.code()), period, day, List.of(indicator)).stream()
                .min(Figures.FIRST)
                .orElse(null);
        Assessment assessed = figure == null
                ? null
                : assessments.of(List.of(figure), List.of(indicator)).stream()
                        .findFirst()
                        .orElse(null);
        return new QuestionPage.Subject(
                DisplayNames.name(t, indicator),
                indicator.pillar().name(),
                DisplayNames.name(t, unit),
                DisplayNames.name(t, period),
                DisplayNames.figure(indicator.code(), unit.code(), period, day),
                wording.path(t, unit.code(), period, day),
                figure == null ? null : FigureFormat.quantity(figure, indicator),
                assessed == null ? null : FigureFormat.against(assessed),
                figure == null ? null : figure.provenance(),
                figure != null && figure.synthetic());
    }
}
