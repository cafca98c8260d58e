package vn.thucchat.government.dossiers.procedures.web;

import java.time.LocalDate;
import java.util.List;
import vn.thucchat.government.dossiers.procedures.ProcedureVersion;

/**
 * A procedure as it is on a day.
 *
 * @param history its approved versions, the latest beginning first
 * @param day the day that was asked for
 * @param today whether that is today
 */
public record ProcedurePage(ProcedureVersion version, List<ProcedureVersion> history, LocalDate day, boolean today) {}
