package vn.thucchat.foundation.identity.factors.web;

/** What its owner calls a key. */
record LabelForm(String label) {}
