package vn.thucchat.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The spreadsheet of an invented market, in the columns of the market's own template. */
final class MarketSheets {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy", Locale.ROOT);
    private static final List<String> FAMILY = List.of(
            "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Ma",
            "Nông");
    private static final List<String> MIDDLE =
            List.of("Thị", "Văn", "Thị Thu", "Đức", "Thị Minh", "Quang", "Thị Ngọc", "Hữu", "Thị Bích", "Xuân");
    private static final List<String> GIVEN = List.of(
            "Hoa", "Lan", "Hương", "Thảo", "Nga", "Bình", "Sơn", "Hải", "Tuấn", "Dũng", "Mai", "Thủy", "Yến", "Hạnh",
            "Phúc", "Lộc", "Toàn", "Vân", "Loan", "Cường");
    private static final List<String> GOODS = List.of(
            "Rau củ",
            "Thịt lợn",
            "Cá tươi",
            "Gạo, đỗ",
            "Chè Thái Nguyên",
            "Trái cây",
            "Quần áo",
            "Giày dép",
            "Hàng khô",
            "Đồ gia dụng",
            "Bún, phở",
            "Hoa tươi");

    private MarketSheets() {}

    /** Three of ten stalls had no code in later reports. */
    static boolean equipped(DemoMarket market, int stall) {
        return stall == 1 || new Draw("equipped", market.code(), stall).chance(0.72);
    }

    static LocalDate joined(DemoMarket market, int stall) {
        return market.openedOn().plusDays(stall == 1 ? 0 : new Draw("joined", market.code(), stall).below(60));
    }

    static byte[] csv(DemoMarket market) {
        var text = new StringBuilder(
                "Khu,Số sạp,Diện tích,Mặt hàng,Loại,Họ tên,Mã số thuế,Số định danh,Điện thoại,Vào chợ ngày,Tiền thuê,"
                        + "Ngân hàng,Số tài khoản,Chủ tài khoản\n");
        for (int stall = 1; stall <= market.stalls(); stall++) {
            var draw = new Draw("stall", market.code(), stall);
            String goods = GOODS.get((stall - 1) / 50 % GOODS.size());
            String name = FAMILY.get(draw.below(FAMILY.size())) + " " + MIDDLE.get(draw.below(MIDDLE.size())) + " "
                    + GIVEN.get(draw.below(GIVEN.size()));
            // numbers that the telephone plan has, given to nobody here
            String phone = "0900%06d".formatted(DemoMarket.ALL.indexOf(market) * 10_000 + stall);
            text.append("Khu ")
                    .append((char) ('A' + (stall - 1) / 50))
                    .append(',')
                    .append(DemoMarket.number(stall))
                    .append(',')
                    .append(3 + draw.below(6))
                    .append(',')
                    .append('"')
                    .append(goods)
                    .append('"')
                    .append(",Hộ kinh doanh,")
                    .append(name)
                    .append(",,,")
                    .append(phone)
                    .append(',')
                    .append(joined(market, stall).format(DAY))
                    .append(',')
                    .append(100_000 + 50_000 * draw.below(9));
            if (equipped(market, stall))
                text.append(',')
                        .append(market.connection().bin)
                        .append(',')
                        .append(market.account(stall))
                        .append(',')
                        .append(vn.thucchat.foundation.money.vietqr.QrCode.memo(name)
                                .toUpperCase(Locale.ROOT));
            else text.append(",,,");
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
