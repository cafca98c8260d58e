package vn.thucchat.steering.indicators.web;

import java.util.List;
import vn.thucchat.foundation.pages.Fault;

/** The form that orders a report. */
public record ReportFormPage(ReportForm form, List<Fault> faults) {}
