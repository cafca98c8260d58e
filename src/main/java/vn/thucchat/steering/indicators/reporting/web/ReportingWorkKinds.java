package vn.thucchat.steering.indicators.reporting.web;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.work.WorkItem;
import vn.thucchat.foundation.work.WorkKind;
import vn.thucchat.foundation.work.WorkLine;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;

/** Declares the kinds of work of those who report figures, and words them. */
@Configuration(proxyBeanMethods = false)
class ReportingWorkKinds {

    private final DisplayNames names;

    ReportingWorkKinds(DisplayNames names) {
        this.names = names;
    }

    /** A report of a round; the arguments are period and name of the round. */
    @Bean
    WorkKind indicatorReport() {
        return new WorkKind("indicators.report", SteeringRoles.REPORTER, true, (t, item) -> {
            String period = item.arguments().getFirst();
            return new WorkLine(
                    t.of("work.report", item.arguments().getLast()),
                    about(t, item, period),
                    item.dueOn(),
                    "/reporting",
                    t.of("work.action.report"),
                    Map.of("unit", item.unit().value(), "period", period));
        });
    }

    /** What a reviewer returned; the argument is the period. */
    @Bean
    WorkKind indicatorCorrection() {
        return new WorkKind(
                "indicators.correction",
                SteeringRoles.REPORTER,
                true,
                (t, item) -> WorkLine.of(
                        t.of("work.returned"),
                        about(t, item, item.arguments().getFirst()),
                        item.dueOn(),
                        "/submissions/" + item.evidence(),
                        t.of("work.action.correct")));
    }

    private String about(Texts t, WorkItem item, String code) {
        Period period = Period.of(code);
        return names.name(t, item.unit(), period.to()) + " · " + DisplayNames.name(t, period);
    }
}
