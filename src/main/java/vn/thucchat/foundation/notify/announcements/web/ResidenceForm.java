package vn.thucchat.foundation.notify.announcements.web;

import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;

/** Of which commune or ward somebody wants the announcements; null: of none. */
record ResidenceForm(@Nullable UnitCode unit) {}
