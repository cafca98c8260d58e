package vn.thucchat.foundation.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thucchat.foundation.calendar.WorkingTime;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** Due times for programs. */
@RestController
record DueApi(WorkingTime workingTime, Units units) {

    @Operation(
            summary = "When something received is due, and how that is counted",
            description =
                    "Of a term of days the day of receipt is left out, and the office's closing on the last working"
                            + " day is due; 0 days end the same day, received after 15:00 on the next working day. Of a term of"
                            + " hours office hours count from the receipt on. One of the two is given.")
    @GetMapping(path = "/api/v1/calendar/due", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(anyone = true)
    DueAnswer due(
            @Parameter(required = true, description = "`2022-08-08T09:00` by a Vietnamese clock, or with an offset")
                    @RequestParam(required = false)
                    @Nullable
                    String received,
            @Parameter(description = "0 to 400") @RequestParam(required = false) @Nullable String workingDays,
            @Parameter(description = "1 to 2000") @RequestParam(required = false) @Nullable String workingHours,
            @Parameter(description = "The code of the unit or agency whose hours count")
                    @RequestParam(required = false)
                    @Nullable
                    String agency,
            Texts t) {
        DueQuery query = DueQuery.read(received, workingDays, workingHours, agency, units);
        Unit unit = query.agency();
        var calendar = workingTime.of(unit == null ? UnitCode.NATION : unit.code());
        return DueAnswer.of(t, query, calendar.due(query.received(), query.term()));
    }
}
