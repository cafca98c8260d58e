package vn.thucchat.economy.market.revenue;

import java.time.LocalDate;
import java.util.List;
import vn.thucchat.economy.market.till.StallHistory;

/**
 * What a trader took in, month by month or day by day, the first first.
 *
 * @param shared the days in which an account was another trader's too: what banks reported may be the other's
 */
public record RevenueBook(List<Line> lines, List<StallHistory.Days> shared) {

    /**
     * A day or a month of the book; amounts in đồng.
     *
     * @param first its first day
     * @param bankVnd what banks reported, less what they took back
     * @param cashVnd what the trader typed in, less what was taken back
     */
    public record Line(LocalDate first, long bankCount, long bankVnd, long cashCount, long cashVnd) {

        public long vnd() {
            return bankVnd + cashVnd;
        }

        Line plus(Line other) {
            return new Line(
                    first,
                    bankCount + other.bankCount,
                    bankVnd + other.bankVnd,
                    cashCount + other.cashCount,
                    cashVnd + other.cashVnd);
        }
    }

    public RevenueBook {
        lines = List.copyOf(lines);
        shared = List.copyOf(shared);
    }

    public Line total() {
        return lines.stream().reduce(new Line(LocalDate.EPOCH, 0, 0, 0, 0), Line::plus);
    }
}
