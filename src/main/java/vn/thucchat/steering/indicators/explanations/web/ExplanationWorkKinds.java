package vn.thucchat.steering.indicators.explanations.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.work.WorkItem;
import vn.thucchat.foundation.work.WorkKind;
import vn.thucchat.foundation.work.WorkLine;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;

/** Declares the kinds of work of those who explain figures and of those who asked, and words them. */
@Configuration(proxyBeanMethods = false)
class ExplanationWorkKinds {

    private final DisplayNames names;
    // the dictionary knows the kinds of facts, of which one knows the kinds of work
    private final ObjectProvider<Indicators> indicators;

    ExplanationWorkKinds(DisplayNames names, ObjectProvider<Indicators> indicators) {
        this.names = names;
        this.indicators = indicators;
    }

    /** A question about a figure; the arguments are indicator and period. */
    @Bean
    WorkKind indicatorExplanation() {
        return new WorkKind(
                "indicators.explanation",
                SteeringRoles.REPORTER,
                true,
                (t, item) -> explanation(t, item, "work.explain", "work.action.answer"));
    }

    /** An answer to whoever asked; nobody's share of work done on time. */
    @Bean
    WorkKind indicatorAnswer() {
        return new WorkKind(
                "indicators.answer",
                Roles.LEADER,
                false,
                (t, item) -> explanation(t, item, "work.answered", "work.action.read"));
    }

    private WorkLine explanation(Texts t, WorkItem item, String what, String action) {
        String code = item.arguments().getFirst();
        String indicator = indicators
                .getObject()
                .find(code)
                .map(it -> DisplayNames.name(t, it))
                .orElse(code);
        return WorkLine.of(
                t.of(what, indicator),
                about(t, item, item.arguments().getLast()),
                item.dueOn(),
                "/explanations/" + item.evidence(),
                t.of(action));
    }

    private String about(Texts t, WorkItem item, String code) {
        Period period = Period.of(code);
        return names.name(t, item.unit(), period.to()) + " · " + DisplayNames.name(t, period);
    }
}
