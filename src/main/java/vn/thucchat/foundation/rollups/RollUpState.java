package vn.thucchat.foundation.rollups;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import vn.thucchat.foundation.facts.Cell;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.UnitCode;

/** The last amount that a subject had on a day. */
record RollUpState(Instant at, long amount) {

    static final UUID NO_SUBJECT = new UUID(0, 0);

    record Key(
            String kind,
            UnitCode unit,
            Map<String, String> facets,
            UUID subject,
            boolean synthetic,
            LocalDate day,
            Provenance provenance) {

        static Key of(Fact fact) {
            return new Key(
                    fact.kind(),
                    fact.unit(),
                    fact.facets(),
                    fact.subject() == null ? NO_SUBJECT : fact.subject(),
                    fact.synthetic(),
                    fact.day(),
                    fact.provenance());
        }

        Cell cell() {
            return new Cell(unit, kind, day);
        }
    }

    /** The later of two; of two at the same instant, the one later in the log. */
    static RollUpState later(RollUpState earlierInLog, RollUpState laterInLog) {
        return laterInLog.at.isBefore(earlierInLog.at) ? earlierInLog : laterInLog;
    }
}
