package vn.thucchat.foundation.notify.announcements;

import java.time.LocalDate;

/**
 * Limits of announcements from a day on.
 *
 * @param dailyLimit how many a unit may have approved a day; danger to life is not counted
 * @param marginPercent by how many per cent a cost may grow between its approval and its sending
 * @param document where it is decided: {@code Quyết định 12/QĐ-UBND}
 */
public record AnnouncementRule(LocalDate validFrom, int dailyLimit, int marginPercent, String document) {}
