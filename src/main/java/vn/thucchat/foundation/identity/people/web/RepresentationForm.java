package vn.thucchat.foundation.identity.people.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.people.Representation;

/**
 * For whom a person may act, as a clerk types it.
 *
 * @param card of the person for whom, where it is one
 */
record RepresentationForm(
        Representation.@Nullable Kind kind,
        String card,
        String code,
        String name,
        String paper,
        @Nullable LocalDate until) {}
