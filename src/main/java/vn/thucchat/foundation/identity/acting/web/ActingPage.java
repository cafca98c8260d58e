package vn.thucchat.foundation.identity.acting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.access.Actor.ActingFor;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.Representation;

/**
 * For whom somebody acts, and may.
 *
 * @param acting for whom now, or null
 * @param whom the person that they act for now, or null where it is none
 * @param all for whom they may act
 * @param unproven whether it is not shown well enough who the reader is
 * @param closed whether a page led here that is open only to who acts for themselves
 * @param to that page, or the start page
 */
public record ActingPage(
        @Nullable ActingFor acting,
        @Nullable Person whom,
        List<Representation> all,
        boolean unproven,
        boolean closed,
        String to) {}
