package vn.thucchat.foundation.calendar;

import java.time.LocalDate;

/** The days on which something is in force, both ends included. */
record Validity(LocalDate from, LocalDate to) {

    boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
