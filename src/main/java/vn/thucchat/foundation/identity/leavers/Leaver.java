package vn.thucchat.foundation.identity.leavers;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody who leaves, as the spreadsheet and the accounts had it when they were looked at.
 *
 * @param version of the account
 * @param roles how many roles end
 * @param now whether the last day has passed, and it happens at once
 */
public record Leaver(
        UUID account, int version, String username, String name, LocalDate lastDay, int roles, boolean now) {}
