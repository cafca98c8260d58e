package vn.thucchat.foundation.units.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.vietnamese.VietnameseDays;

/** Reads what a request asks for; refuses what cannot be understood, naming the parameter. */
final class UnitParameters {

    private UnitParameters() {}

    static UnitCode code(String parameter, String value) {
        return UnitCode.read(value).orElseThrow(() -> Problem.bad(parameter, "units.api.code", shown(value)));
    }

    /** A day as {@code YYYY-MM-DD} or {@code dd/MM/yyyy}; {@code today} when none is given. */
    static LocalDate day(@Nullable String value, LocalDate today) {
        if (value == null || value.isBlank()) return today;
        return VietnameseDays.parse(value).value().orElseThrow(() -> Problem.bad("on", "units.api.day", shown(value)));
    }

    static UnitKind.@Nullable Level level(@Nullable String value) {
        if (value == null || value.isBlank()) return null;
        return UnitKind.Level.of(value).orElseThrow(() -> Problem.bad("level", "units.api.level", shown(value)));
    }

    static int number(String parameter, @Nullable String value, int otherwise, int most) {
        if (value == null || value.isBlank()) return otherwise;
        if (value.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) return number;
        }
        throw Problem.bad(parameter, "units.api.number", shown(value), Integer.toString(most));
    }

    /** There is such a unit, but not on that day: says when there was. */
    static Problem absentOn(LocalDate day, List<Unit> history) {
        Unit last = history.getLast();
        LocalDate from = history.getFirst().validFrom();
        String name = last.name();
        if (from != null && last.validTo() != null)
            return Problem.notFound("units.api.absent-between", name, day, from, last.validTo());
        if (from != null) return Problem.notFound("units.api.absent-from", name, day, from);
        if (last.validTo() != null) return Problem.notFound("units.api.absent-until", name, day, last.validTo());
        return Problem.notFound("units.api.absent-then", name, day);
    }

    private static String shown(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
