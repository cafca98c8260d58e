package vn.thucchat.foundation.search.web;

import java.util.List;

/** Words with what they mean, in the order of names. */
public record GlossaryPage(List<Glossary.Term> terms) {}
