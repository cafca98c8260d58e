package vn.thucchat.foundation.identity.duplicates.web;

import vn.thucchat.foundation.identity.duplicates.MergeDecisions.Comparison;
import vn.thucchat.foundation.pages.Form;

/** Two persons side by side, what was said, and the decision. */
public record DuplicatePage(Comparison one, Form<?> form) {}
