package vn.thucchat.foundation.notify.tariffs;

import java.time.LocalDate;
import vn.thucchat.foundation.notify.channels.Medium;

/**
 * The price of a message.
 *
 * @param validFrom first day on which it holds
 * @param priceVnd đồng for one part of a text message, or for one message by another channel; taxes included
 * @param document where the price stands: {@code Hợp đồng 12/HĐ-TTTT}
 */
public record Tariff(Medium medium, LocalDate validFrom, long priceVnd, String document) {}
