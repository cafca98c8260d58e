package vn.thucchat.economy.market.traders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.STRANGE_MANAGER;
import static vn.thucchat.testing.Visitor.next;
import static vn.thucchat.testing.Visitor.parsed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.economy.market.traders.Imports;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.economy.market.traders.SheetColumn;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.sheets.CellError;
import vn.thucchat.foundation.sheets.Limits;
import vn.thucchat.foundation.sheets.SheetImport;
import vn.thucchat.foundation.sheets.SheetReading;
import vn.thucchat.foundation.sheets.Spreadsheets;
import vn.thucchat.testing.Rendering;
import vn.thucchat.testing.Statements;
import vn.thucchat.testing.Visitor;

/** A whole market comes in by one spreadsheet: whole, or not at all, and once. */
@MarketTest
@NullMarked
class ImportTests {

    private static final String TITLES =
            "Khu,Số sạp,Diện tích,Mặt hàng,Loại,Họ tên hoặc tên cơ sở,Mã số thuế,Số định danh,Điện thoại,Vào chợ ngày,"
                    + "Tiền thuê,Ngân hàng,Số tài khoản,Chủ tài khoản\n";

    @Autowired
    MockMvc mvc;

    @Autowired
    MarketFixture fixture;

    @Autowired
    Imports imports;

    @Autowired
    Markets markets;

    @Autowired
    Charges charges;

    @Autowired
    Stalls stalls;

    @Autowired
    Traders traders;

    @Autowired
    JdbcClient jdbc;

    private Imports.Outcome take(Market market, String rows) throws IOException {
        return imports.take(
                MANAGER, market, new ByteArrayInputStream((TITLES + rows).getBytes(StandardCharsets.UTF_8)));
    }

    private static Imports.Outcome.Taken taken(
            int zones, int newStalls, int changedStalls, int newTraders, int changedTraders, int contracts, int ways) {
        return new Imports.Outcome.Taken(zones, newStalls, changedStalls, newTraders, changedTraders, contracts, ways);
    }

    @Test
    void a_whole_market_of_two_thousand_is_taken_at_once_and_once() throws Exception {
        Market market = fixture.market();
        var rows = new StringBuilder();
        String accounts = MarketFixture.account();
        for (int i = 1; i <= 2_100; i++)
            rows.append(String.format(
                    Locale.ROOT,
                    "Khu %s,A%d,4.5,Rau,Hộ kinh doanh,Nguyễn Văn %d,,0191850%05d,09%08d,5/4/2022,350000,Vietcombank,%s%04d,NGUYEN VAN %d%n",
                    (char) ('A' + i % 9),
                    i,
                    i,
                    i,
                    i,
                    accounts,
                    i,
                    i));
        long began = System.nanoTime();
        int[] statements = {0};
        var outcome = new ArrayList<Imports.Outcome>();
        statements[0] = Statements.during(() -> outcome.add(take(market, rows.toString())));
        System.out.printf(
                "IMPORT of 2,100 rows: %d ms, %d statements%n", (System.nanoTime() - began) / 1_000_000, statements[0]);
        assertThat(outcome).containsExactly(taken(9, 2_100, 0, 2_100, 0, 2_100, 2_100));
        assertThat(markets.counts(List.of(market.id())).get(market.id()))
                .isEqualTo(new Market.Counts(2_100, 2_100, 2_100));
        assertThat(statements[0]).as("statements, however many rows").isLessThan(40);
        long facts = facts(market);
        assertThat(facts).isEqualTo(1 + 4 * 2_100);

        began = System.nanoTime();
        assertThat(take(market, rows.toString())).isEqualTo(taken(0, 0, 0, 0, 0, 0, 0));
        System.out.printf("IMPORT again: %d ms%n", (System.nanoTime() - began) / 1_000_000);
        assertThat(facts(market)).isEqualTo(facts);
    }

    @Test
    void two_thousand_stalls_are_asked_for_their_rent_at_once() throws Exception {
        Market market = fixture.charging();
        var rows = new StringBuilder();
        for (int i = 1; i <= 2_100; i++)
            rows.append(String.format(Locale.ROOT, "Khu A,A%d,,,,Nguyễn Văn %d,,,,5/4/2022,350000,,,%n", i, i));
        assertThat(take(market, rows.toString())).isInstanceOf(Imports.Outcome.Taken.class);
        YearMonth month = YearMonth.from(fixture.today());
        long began = System.nanoTime();
        assertThat(charges.rent(MANAGER, market, month, month.atEndOfMonth()))
                .isEqualTo(new Charges.Asked.Done(2_100, 0));
        System.out.printf("CHARGES for 2,100 stalls: %d ms%n", (System.nanoTime() - began) / 1_000_000);
        assertThat(charges.rent(MANAGER, market, month, month.atEndOfMonth()))
                .isEqualTo(new Charges.Asked.Done(0, 2_100));
    }

    private long facts(Market market) {
        return jdbc.sql("SELECT count(*) FROM facts.fact WHERE facets ->> 'market' = :code")
                .param("code", market.code())
                .query(Long.class)
                .single();
    }

    @Test
    void digits_that_a_spreadsheet_took_for_a_number_are_refused_at_their_cells() throws Exception {
        Market market = fixture.market();
        var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook();
        var sheet = book.createSheet();
        String[] titles = TITLES.strip().split(",", -1);
        var head = sheet.createRow(0);
        for (int i = 0; i < titles.length; i++) head.createCell(i).setCellValue(titles[i]);
        var row = sheet.createRow(1);
        var texts = Map.of(
                0, "Khu A", 1, "A1", 4, "Hộ kinh doanh", 5, "Hoa Thử", 9, "5-4-2022", 11, "Vietcombank", 13, "HOA");
        texts.forEach((column, text) -> row.createCell(column).setCellValue(text));
        row.createCell(7).setCellValue(19_185_004_321.0);
        row.createCell(8).setCellValue(912_345_678.0);
        row.createCell(12).setCellValue(11_001_234_567.0);
        row.createCell(10).setCellValue(0.35);
        var percent = book.createCellStyle();
        percent.setDataFormat(book.createDataFormat().getFormat("0%"));
        row.getCell(10).setCellStyle(percent);
        var out = new java.io.ByteArrayOutputStream();
        book.write(out);
        var outcome = imports.take(MANAGER, market, new ByteArrayInputStream(out.toByteArray()));
        assertThat(((Imports.Outcome.Faulty) outcome).errors())
                .extracting(fault -> fault.address() + " " + fault.key())
                .containsExactly("H2 number.code", "I2 number.code", "K2 number.percent", "M2 number.code");
        assertThat(((Imports.Outcome.Faulty) take(market, "Khu A,A1,,,,Hoa,,,,,,970436,1.01E+11,HOA\n")).errors())
                .extracting(CellError::key)
                .containsExactly("number.code");
    }

    @Test
    void amounts_and_days_are_read_as_people_write_them() throws Exception {
        Market market = fixture.market();
        assertThat(take(market, """
                        Khu A,A1,"4,5",,,Hoa,,,,05-04-2022,"350,000",,,
                        Khu A,A2,,,,\u00D0ặng Thử,,,,2022-04-05,350 000đ,,,
                        """)).isEqualTo(taken(1, 2, 0, 2, 0, 2, 0));
        assertThat(traders.page(market, "Đặng  thử", false, null, 5))
                .extracting(vn.thucchat.economy.market.traders.Trader::name)
                .containsExactly("Đặng Thử");
        assertThat(((Imports.Outcome.Faulty) take(market, "Khu A,A3,\"1,234\",,,Hoa,,,,5/4/22,1.5,,,\n")).errors())
                .extracting(fault -> fault.address() + " " + fault.key())
                .containsExactly("C2 number.unclear", "J2 day.short-year", "K2 number.unclear.whole");
    }

    @Test
    void cells_that_cannot_be_read_are_told_with_all_other_faults() throws Exception {
        Market market = fixture.market();
        assertThat(((Imports.Outcome.Faulty) take(market, """
                        Khu A,A1,=4.5,,,Hoa,,,,05-04-2022,350000,,,
                        Khu A,A2,,,,=B2,,,,05-04-2022,một,,,
                        Khu A,,,,,Hoa,,,,31/02/2022,350000,,,
                        """)).errors())
                .extracting(fault -> fault.address() + " " + fault.key())
                .contains("C2 papers.refused.formula", "F3 papers.refused.formula", "B4 market.number.fault")
                .anySatisfy(fault -> assertThat(fault).startsWith("K3 number."))
                .anySatisfy(fault -> assertThat(fault).startsWith("J4 day."))
                .doesNotHaveDuplicates();
        assertThat(take(market, "Khu A,=A1,,,,,,,,,,,,\n")).isInstanceOf(Imports.Outcome.Faulty.class);
        assertThat(Objects.requireNonNull(markets.counts(List.of(market.id())).get(market.id()))
                        .stalls())
                .as("nothing is taken")
                .isZero();
    }

    private Imports.Outcome file(Market market, String whole) throws IOException {
        return imports.take(MANAGER, market, new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void columns_are_known_by_their_titles_wherever_they_are() throws Exception {
        Market market = fixture.market();
        assertThat(file(market, "Số sạp,Họ tên,KHU,Rent,Vào chợ ngày\nA1,Hoa,Khu A,-5,5/4/2022\n"))
                .isEqualTo(new Imports.Outcome.Faulty(
                        List.of(new CellError(2, 3, "market.sheet.rent", "market.rent.fault", List.of()))));
        assertThat(file(market, "Số sạp,Họ tên,KHU,Rent,Vào chợ ngày\nA1,Hoa,Khu A,200000,5/4/2022\n"))
                .isEqualTo(taken(1, 1, 0, 1, 0, 1, 0));
        assertThat(traders.page(market, "hoa", false, null, 10))
                .as("the name is the name")
                .isNotEmpty();
    }

    @Test
    void a_file_without_our_titles_is_refused_whole() throws Exception {
        Market market = fixture.market();
        assertThat(file(market, "Khu,Số sạp,Số,Khu\nKhu A,A1,Hoa,B\n"))
                .isEqualTo(new Imports.Outcome.Faulty(List.of(
                        new CellError(1, 2, "import.title", "import.title.unknown", List.of()),
                        new CellError(1, 3, "market.sheet.zone", "import.title.twice", List.of()))));
        assertThat(file(market, "Khu\nKhu A\n"))
                .isEqualTo(new Imports.Outcome.Faulty(
                        List.of(new CellError(1, 1, "market.sheet.number", "import.title.missing", List.of()))));
        assertThat(markets.counts(List.of(market.id())).get(market.id())).isEqualTo(new Market.Counts(0, 0, 0));
    }

    @Test
    void what_has_changed_in_the_file_changes_and_nothing_else() throws Exception {
        Market market = fixture.market();
        String account = MarketFixture.account();
        String person = "Bích,4600100155,019185004321,0912345678,2022-04-05,200000,970436,";
        assertThat(take(
                        market,
                        "Khu A,A1,,Rau,Hộ kinh doanh," + person + account + ",BICH\n"
                                + "Khu A,A1,,,Hộ kinh doanh," + person + account + "9,BICH\n"
                                + "Khu B,A2,6,,Cá nhân,Hoa,,,,,0,,,\nKhu B,A3,,,,,,,,,,,,\n"))
                .isEqualTo(taken(2, 3, 0, 2, 0, 2, 2));

        assertThat(take(
                        market,
                        "Khu C,A1,5,Rau,Hộ kinh doanh,Nguyễn Thị Bích,4600100155,019185004321,0987654321,2022-04-05,200000,970436,"
                                + account + ",BICH\nKhu B,A2,6,,Cá nhân,Hoa,,,,,0,,,\n"))
                .isEqualTo(taken(1, 0, 1, 0, 1, 0, 0));
        var stall = stalls.find(market, "A1").orElseThrow();
        assertThat(stall.goods()).as("empty in the file: as before").isEqualTo("Rau");
        assertThat(stall.zoneName()).isEqualTo("Khu C");
        var bich = traders.page(market, "bich", false, null, 5).getFirst();
        assertThat(traders.masked(market, bich.id()).phone()).isEqualTo("098•••••21");
    }

    @Test
    void every_bad_cell_is_told_and_nothing_is_taken() throws Exception {
        Market market = fixture.market();
        String rows = """
                ,A1,,,,,,,,,,,,
                Khu A,?,rộng,,Khác,Ai,4600100156,123,không,32/13/2022,-5,Ngân hàng Lạ,!,
                Khu A,A2,,,,,,,,,,970436,123,AI DO
                Khu A,A3,,,Cá nhân,Một,,,,2022-04-05,1,,,
                Khu A,A3,,,Cá nhân,Hai,,,,2022-04-05,1,970436,123,HAI
                Khu A,A4,,,Cá nhân,Ba,4600100155,019185000001,,2022-04-05,1,,,
                Khu A,A5,,,Cá nhân,Bốn,4600100155,019185000002,,2022-04-05,1,,,
                Khu A,A6,,,Cá nhân,Năm,,019185000003,,2022-04-05,1,,,
                Khu A,A7,,,Cá nhân,Năm Khác,,019185000003,,2999-04-05,1,,,
                Khu A,A8,,,Cá nhân,Năm Khác,,019185000003,,2022-04-05,1,,,
                """;
        var outcome = take(market, rows);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Imports.Outcome.Faulty.class,
                        faulty -> assertThat(faulty.errors())
                                .extracting(CellError::address)
                                .containsExactly(
                                        "A2", "B3", "C3", "E3", "G3", "H3", "I3", "J3", "K3", "L3", "M3", "N3", "F4",
                                        "B6", "G8", "J10", "F11"));
        assertThat(markets.zones(market)).isEmpty();
        assertThat(stalls.all(market)).isEmpty();

        var page = parsed(new Visitor(mvc, MANAGER)
                .send(
                        "/markets/" + market.code() + "/import",
                        Map.of(),
                        new MockMultipartFile(
                                "sheet", "cho.csv", "text/csv", (TITLES + rows).getBytes(StandardCharsets.UTF_8))));
        assertThat(page.select("tbody tr")).hasSize(17);
        assertThat(page.select("tbody tr:contains(G3)").text()).contains("Mã số thuế", "chữ số kiểm tra");
    }

    @Test
    void contracts_of_others_and_accounts_of_others_refuse_the_file() throws Exception {
        Market market = fixture.market();
        String account = MarketFixture.account();
        take(market, "Khu A,A1,,,,Bích,4600100155,,,2022-04-05,200000,970436," + account + ",BICH\n");
        assertThat(take(market, "Khu A,A1,,,,Bích,4600100155,,,2022-04-05,300000,,,\nKhu A,A2,,,,Hoa,,,,,1,,,\n"))
                .isInstanceOfSatisfying(
                        Imports.Outcome.Faulty.class,
                        faulty -> assertThat(faulty.errors())
                                .extracting(CellError::key)
                                .containsExactly("market.sheet.other-rent"));
        assertThat(take(market, "Khu A,A1,,,,Người Khác,,,,2022-04-05,200000,,,\n"))
                .isInstanceOfSatisfying(
                        Imports.Outcome.Faulty.class,
                        faulty -> assertThat(faulty.errors())
                                .extracting(CellError::key)
                                .containsExactly("market.sheet.rented"));
        Market charging = fixture.charging();
        String charges = jdbc.sql("SELECT account FROM payments.account WHERE number = :number")
                .param("number", charging.chargesAccount())
                .query(String.class)
                .single();
        assertThat(take(charging, "Khu A,A1,,,,Hoa,,,,,1,970436," + charges + ",BAN QUAN LY\n"))
                .isInstanceOfSatisfying(
                        Imports.Outcome.Faulty.class,
                        faulty -> assertThat(faulty.errors())
                                .extracting(CellError::address)
                                .containsExactly("M2"));
        assertThat(stalls.all(charging)).isEmpty();
    }

    @Test
    void the_template_is_what_is_read_and_the_page_tells_the_result() throws Exception {
        Market market = fixture.market();
        byte[] template = SheetImport.template(SheetColumn.class, "Sạp", Rendering.texts(Rendering.VIETNAMESE));
        var sheet = (SheetReading.Sheet) Spreadsheets.read(new ByteArrayInputStream(template), Limits.USUAL);
        assertThat(sheet.rows()).hasSize(1);
        assertThat(sheet.rows().getFirst().cells()).hasSize(14);

        var manager = new Visitor(mvc, MANAGER);
        String path = "/markets/" + market.code() + "/import";
        assertThat(manager.open(path + "/template.xlsx").getContentAsByteArray())
                .isNotEmpty();
        assertThat(manager.page(path, 200).select("input[type=file]")).isNotEmpty();
        assertThat(next(manager.send(
                        path,
                        Map.of(),
                        new MockMultipartFile(
                                "sheet",
                                "cho.csv",
                                "text/csv",
                                (TITLES + "Khu A,A1,,,,Hoa,,,,,1,,,\n").getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(path);
        for (byte[] file : List.of(new byte[0], template, new byte[] {'P', 'K', 3, 4, 5}))
            assertThat(manager.send(path, Map.of(), new MockMultipartFile("sheet", "x", "a/b", file))
                            .getStatus())
                    .isEqualTo(422);
        assertThat(new Visitor(mvc, STRANGE_MANAGER)
                        .send(path, Map.of(), new MockMultipartFile("sheet", "x", "a/b", template))
                        .getStatus())
                .isEqualTo(404);
        assertThat(imports.take(STRANGE_MANAGER, market, new ByteArrayInputStream(template)))
                .isInstanceOf(Imports.Outcome.OutOfReach.class);
    }
}
