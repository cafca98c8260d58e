package vn.thucchat.foundation.identity.retention.web;

import java.util.List;
import vn.thucchat.foundation.identity.retention.PrivacyRule;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/** All that was stated, and the form to state one anew where the reader may. */
public record RulesPage(List<PrivacyRule> stated, boolean mayChange, Form<?> form, List<Option> codes) {}
