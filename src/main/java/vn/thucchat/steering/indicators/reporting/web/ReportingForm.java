package vn.thucchat.steering.indicators.reporting.web;

import jakarta.validation.constraints.NotNull;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;

/** What a unit begins to report, as it is chosen. */
record ReportingForm(
        @NotNull(message = "form.choose") UnitCode unit,
        @NotNull(message = "form.choose") Period period) {}
