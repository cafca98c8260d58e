package vn.thucchat.steering.indicators.web;

import java.util.List;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Option;

/** The form that orders a report, with the units and periods to choose from. */
public record ReportFormPage(ReportForm form, List<Option> units, List<Option> periods, List<Fault> faults) {}
