package vn.thucchat.steering.indicators.reporting;

import java.time.LocalDate;
import java.util.List;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;

/** Finds the questions that officers who report have to answer; the room that keeps them declares the bean. */
public interface OpenQuestions {

    /** What waits for an answer by this officer's units, the earliest due first. */
    List<OpenQuestion> waiting(Actor reporter, int limit);

    /** @param url where it is answered */
    record OpenQuestion(String url, String indicator, UnitCode unit, Period period, LocalDate due) {}
}
