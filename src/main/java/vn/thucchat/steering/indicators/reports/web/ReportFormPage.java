package vn.thucchat.steering.indicators.reports.web;

import java.util.List;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/** The form that orders a report, with the units and periods to choose from. */
public record ReportFormPage(Form<?> form, List<Option> units, List<Option> periods) {}
