package vn.thucchat.steering.indicators.figures;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.reporting.HistoricalSubmissions;
import vn.thucchat.steering.indicators.reporting.Statement;
import vn.thucchat.steering.indicators.reporting.Submission;

/** Publishes figures of the past: of reports that were published elsewhere, and of the demonstration. */
@Service
public class HistoricalFigures {

    private final HistoricalSubmissions submissions;
    private final Publishing publishing;

    HistoricalFigures(HistoricalSubmissions submissions, Publishing publishing) {
        this.submissions = submissions;
        this.publishing = publishing;
    }

    /**
     * Stores, accepts, and publishes the figures of the submissions' units for their periods; all or nothing.
     *
     * @param publishedAt when whoever stated them made them public
     */
    @Transactional
    public void take(Actor actor, List<Submission> accepted, List<Statement> lines, Instant publishedAt) {
        submissions.accept(actor, accepted, lines);
        accepted.stream()
                .collect(Collectors.groupingBy(
                        Submission::period,
                        Collectors.mapping(Submission::unit, Collectors.toCollection(TreeSet::new))))
                .forEach((period, units) -> publishing.publish(actor, units, period, publishedAt));
    }

    /** Publishes what changed of a unit and everything below it, as of an instant in the past; how many figures. */
    @Transactional
    public int publish(Actor reviewer, UnitCode above, Period period, Instant at) {
        return publishing.publish(reviewer, publishing.composing(above, period), period, at);
    }
}
