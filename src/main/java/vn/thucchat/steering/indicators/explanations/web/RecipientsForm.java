package vn.thucchat.steering.indicators.explanations.web;

import java.util.List;

/** Those whom a leader tells of an explanation, as they are chosen. */
record RecipientsForm(List<String> tell) {}
