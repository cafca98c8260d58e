package vn.thucchat.steering.indicators.reporting.web;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.reporting.StatedLine;
import vn.thucchat.steering.indicators.reporting.Submission;
import vn.thucchat.steering.indicators.reporting.Submissions;

/** Hands in submissions of one number, for tests of what a reviewer makes of them. */
record WaitingSubmissions(Submissions submissions) {

    static final String FIBRE = "household-fibre";

    /** @param note says why there is no file, or is empty */
    Submission handIn(String unit, String period, int fibre, String note) {
        var reporter = Persons.a(SteeringRoles.REPORTER, unit);
        Submission draft = done(submissions.open(reporter, new UnitCode(unit), Period.of(period)));
        var paper = new Document(UUID.randomUUID(), "45/BC-UBND", "Báo cáo chuyển đổi số", "UBND xã", null, null);
        var line = new StatedLine(
                FIBRE, null, BigDecimal.valueOf(fibre), BigDecimal.valueOf(100), Provenance.REPORTED, null, "");
        draft = done(submissions.write(reporter, draft.id(), draft.version(), paper, note, List.of(line)));
        return done(submissions.submit(reporter, draft.id(), draft.version()));
    }

    void accepted(String unit, String period, int fibre) {
        Submission of = handIn(unit, period, fibre, "");
        done(submissions.accept(Persons.a(SteeringRoles.REVIEWER, "19"), of.id(), of.version()));
    }

    Submission now(Submission of) {
        return submissions.find(of.id()).orElseThrow();
    }

    private Submission done(Result result) {
        return submissions.find(requireNonNull(result.expectDone())).orElseThrow();
    }
}
