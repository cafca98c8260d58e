package vn.thucchat.steering.indicators.web;

import java.util.List;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Option;

/** The form that sets one target. */
public record TargetFormPage(
        FormInput typed, List<Fault> faults, List<Option> indicators, List<Option> units, List<Option> periods) {}
