package vn.thucchat.demonstration;

import java.time.LocalDate;
import java.util.List;
import vn.thucchat.foundation.money.accounts.Provider;

/**
 * An invented market in a real commune. In all as many as the report of 8 August 2022 tells of (11), with somewhat more
 * than its "over 2,100 traders".
 *
 * @param code in addresses
 * @param commune a code that was in use in 2022 and still is
 * @param stalls each with a trader of its own
 * @param connection which of the demonstration's bank connections hears its accounts
 */
record DemoMarket(
        String code, String name, String commune, int marketClass, int stalls, LocalDate openedOn, Teller connection) {

    /** Who tells of payments in the demonstration; the secrets are printed in the README. */
    enum Teller {
        SEPAY(Provider.SEPAY, "demo-sepay", "970436", "Vietcombank"),
        CASSO(Provider.CASSO, "demo-casso", "970415", "VietinBank"),
        PAYOS(Provider.PAYOS, "demo-payos", "970422", "MB");

        final Provider provider;
        final String id;
        /** Of the bank whose accounts it hears. */
        final String bin;

        final String bank;

        Teller(Provider provider, String id, String bin, String bank) {
            this.provider = provider;
            this.id = id;
            this.bin = bin;
            this.bank = bank;
        }

        /** One of its accounts, of stall A1 in the first market. */
        String account() {
            return switch (this) {
                case SEPAY -> "1901000001";
                case CASSO -> "1902000000";
                case PAYOS -> "1903000000";
            };
        }

        /** Known to everybody, of use only while the demonstration is on. */
        String secret() {
            return id + "-secret-2022";
        }
    }

    /** The commune whose market the demonstration's trader and collector belong to. */
    static final String OWN_COMMUNE = "05443";

    /** Stalls of all markets together: 2,150. */
    static final List<DemoMarket> ALL = List.of(
            of("cho-phan-dinh-phung", "Chợ Phan Đình Phùng", OWN_COMMUNE, 1, 420, "2022-04-15", Teller.SEPAY),
            of("cho-quyet-thang", "Chợ Quyết Thắng", "05455", 2, 160, "2022-05-10", Teller.CASSO),
            of("cho-gia-sang", "Chợ Gia Sàng", "05467", 2, 210, "2022-05-12", Teller.PAYOS),
            of("cho-quan-trieu", "Chợ Quan Triều", "05482", 2, 190, "2022-05-18", Teller.SEPAY),
            of("cho-tich-luong", "Chợ Tích Lương", "05500", 3, 120, "2022-05-25", Teller.CASSO),
            of("cho-tan-cuong", "Chợ Tân Cương", "05503", 3, 110, "2022-06-01", Teller.SEPAY),
            of("cho-song-cong", "Chợ Sông Công", "05518", 1, 330, "2022-06-03", Teller.PAYOS),
            of("cho-ba-xuyen", "Chợ Bá Xuyên", "05533", 3, 100, "2022-06-08", Teller.SEPAY),
            of("cho-dinh-hoa", "Chợ Định Hóa", "05569", 2, 180, "2022-06-10", Teller.CASSO),
            of("cho-phu-luong", "Chợ Phú Lương", "05611", 2, 200, "2022-06-15", Teller.SEPAY),
            of("cho-trai-cau", "Chợ Trại Cau", "05662", 3, 130, "2022-06-20", Teller.PAYOS));

    private static DemoMarket of(
            String code, String name, String commune, int marketClass, int stalls, String opened, Teller connection) {
        return new DemoMarket(
                code, name + " (minh họa)", commune, marketClass, stalls, LocalDate.parse(opened), connection);
    }

    /** The account of a stall, the same on every machine: the market's place, then the stall's. */
    String account(int stall) {
        return "19%02d%06d".formatted(ALL.indexOf(this) + 1, stall);
    }

    /** Where its traders pay their charges to. */
    String chargesAccount() {
        return account(900_000);
    }

    /** As it is painted: a letter for each fifty. */
    static String number(int stall) {
        return "" + (char) ('A' + (stall - 1) / 50) + ((stall - 1) % 50 + 1);
    }
}
