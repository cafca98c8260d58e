package vn.thucchat.foundation.rollups;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How long a roll-up's stretch of days is: a day, a month, half a year (six months); the finest first. */
enum RollUpGrain {
    D,
    M,
    S;

    /** A stretch that a roll-up covers whole. */
    record Piece(RollUpGrain grain, LocalDate start) {}

    /** The first day of the stretch that a day lies in. */
    LocalDate start(LocalDate day) {
        return switch (this) {
            case D -> day;
            case M -> day.withDayOfMonth(1);
            case S -> LocalDate.of(day.getYear(), day.getMonthValue() <= 6 ? 1 : 7, 1);
        };
    }

    /** The first day after the stretch that starts on {@code start}. */
    LocalDate end(LocalDate start) {
        return switch (this) {
            case D -> start.plusDays(1);
            case M -> start.plusMonths(1);
            case S -> start.plusMonths(6);
        };
    }

    /** The fewest stretches that make up the days from {@code from} to {@code to}, both included. */
    static List<Piece> pieces(LocalDate from, LocalDate to) {
        var pieces = new ArrayList<Piece>();
        LocalDate day = from;
        while (!day.isAfter(to)) {
            RollUpGrain grain = S.fits(day, to) ? S : M.fits(day, to) ? M : D;
            pieces.add(new Piece(grain, day));
            day = grain.end(day);
        }
        return pieces;
    }

    private boolean fits(LocalDate day, LocalDate to) {
        return start(day).equals(day) && !end(day).isAfter(to.plusDays(1));
    }
}
