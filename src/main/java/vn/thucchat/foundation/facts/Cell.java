package vn.thucchat.foundation.facts;

import java.time.LocalDate;
import vn.thucchat.foundation.units.UnitCode;

/** The facts of one kind that a unit had on one day. */
public record Cell(UnitCode unit, String kind, LocalDate day) {}
