package vn.thucchat.steering.indicators.definitions.web;

import java.util.List;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/** The form that sets one target. */
public record TargetFormPage(Form<?> form, List<Option> indicators, List<Option> units, List<Option> periods) {}
