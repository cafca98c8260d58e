package vn.thucchat.steering.indicators.figures.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.charts.Trend;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.steering.indicators.definitions.web.Growth;
import vn.thucchat.steering.indicators.definitions.web.IndicatorPage;
import vn.thucchat.steering.indicators.definitions.web.IndicatorsPage;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.FigurePanel;

/** Pages filled as richly, as poorly and as badly as they can be. */
@NullMarked
final class Samples {

    static final String HOSTILE = "<script>alert(\"1\")</script>'><img src=x onerror=alert(1)>";
    private static final LocalDate END_OF_JUNE = LocalDate.of(2022, 6, 30);
    private static final FigurePage.Downloads DOWNLOADS =
            new FigurePage.Downloads("/f.csv", "/f.xlsx", "/api/v1/figures/f");

    private Samples() {}

    static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    static Against against(Quantity value, Quantity plan, boolean derived) {
        var variance = value.size().subtract(plan.size());
        return new Against(
                plan,
                variance,
                value.size().movePointRight(2).divide(plan.size(), 1, java.math.RoundingMode.HALF_UP),
                false,
                derived,
                false,
                null,
                variance.signum() < 0
                        ? vn.thucchat.steering.indicators.figures.Progress.BEHIND
                        : vn.thucchat.steering.indicators.figures.Progress.AHEAD);
    }

    static Trend trend(@Nullable String plan, String... values) {
        var points = new ArrayList<Trend.Point>();
        for (int i = 0; i < values.length; i++)
            points.add(new Trend.Point(
                    (2022 - (values.length - i) / 2) + "S" + (1 + (values.length + i + 1) % 2),
                    values[i].isEmpty() ? null : n(values[i]),
                    plan == null ? null : n(plan),
                    "/figures/x/VN/" + i,
                    i == values.length - 1));
        return new Trend(points);
    }

    /** What another room puts there is looked at with its own pages. */
    private static final gg.jte.Content EXPLORER = output -> {};

    /** The national share of e-commerce as the ministry's report has it. */
    static FigurePage stated() {
        var value = Quantity.of(n("11.27"), "percent");
        var plan = Quantity.of(n("7"), "percent");
        return new FigurePage(
                new FigurePage.Heading(
                        "Tỷ trọng doanh thu thương mại điện tử trong tổng mức bán lẻ",
                        "/indicators/e-commerce-retail-share",
                        "ECONOMY",
                        List.of(new Link("/scorecard?unit=VN", "Cả nước")),
                        new Link("/scorecard?unit=VN&period=2022S1", "6 tháng đầu năm 2022"),
                        new Link("/figures/e/VN/2021S2", "6 tháng cuối năm 2021"),
                        null),
                value,
                null,
                TargetStatus.REACHED,
                new FigurePage.Known(
                        Provenance.REPORTED, false, false, END_OF_JUNE, 1, LocalDate.of(2022, 8, 8), null, ""),
                against(value, plan, false),
                new FigurePage.Target("Kế hoạch hoạt động năm 2022 của Ủy ban Quốc gia", "/documents/1", null, null),
                null,
                new FigurePage.Source(
                        "tỷ trọng doanh thu thương mại điện tử trong tổng mức bán lẻ đạt 11,27% (kế hoạch là 7%)",
                        "Báo cáo của Bộ Thông tin và Truyền thông, Phiên họp thứ ba của Ủy ban Quốc gia về Chuyển đổi số",
                        "/documents/2",
                        LocalDate.of(2022, 8, 8)),
                new FigurePage.Method(
                        "Doanh thu bán lẻ qua thương mại điện tử so với tổng mức bán lẻ hàng hóa và doanh thu dịch vụ.",
                        null,
                        null,
                        true,
                        null,
                        null,
                        null),
                List.of(),
                null,
                EXPLORER,
                new FigurePage.Boundaries(END_OF_JUNE, true, null, List.of()),
                new FigurePage.Below(0, null, null, false),
                List.of(new FigurePage.Revision(1, value, LocalDate.of(2022, 8, 8), "?revision=1", null, true)),
                List.of(),
                new FigurePage.Evidence("/figures/e/VN/2022S1/evidence", 1L),
                DOWNLOADS);
    }

    /** Everything that a figure can have, at once. */
    static FigurePage rich() {
        var value = new Quantity(n("57.33"), n("477"), n("832"), "=", "ratio");
        var plan = new Quantity(n("70"), null, null, "=", "ratio");
        return new FigurePage(
                new FigurePage.Heading(
                        "Số thôn lõm sóng đã phủ sóng",
                        "/indicators/villages-covered",
                        "INFRASTRUCTURE",
                        List.of(
                                new Link("/scorecard?unit=VN", "Cả nước"),
                                new Link("/scorecard?unit=19", "Tỉnh Thái Nguyên")),
                        new Link("/scorecard?unit=19&period=2022S1", "6 tháng đầu năm 2022"),
                        new Link("/figures/v/19/2021S2", "6 tháng cuối năm 2021"),
                        new Link("/figures/v/19/2022S2", "6 tháng cuối năm 2022")),
                value,
                null,
                TargetStatus.BEHIND,
                new FigurePage.Known(
                        Provenance.MEASURED,
                        true,
                        true,
                        END_OF_JUNE,
                        0,
                        null,
                        Instant.parse("2022-08-08T09:44:00Z"),
                        ""),
                against(value, plan, true),
                new FigurePage.Target(
                        "Quyết định số 793/QĐ-UBND",
                        "/documents/1",
                        LocalDate.of(2022, 4, 15),
                        "phấn đấu vượt 5% so với năm trước"),
                new FigurePage.Change(
                        new Growth(null, n("32.7")),
                        Quantity.of(n("43.2"), "percent"),
                        "/figures/v/19/2021S1",
                        true,
                        true),
                new FigurePage.Source(
                        "Các doanh nghiệp viễn thông di động đã triển khai phủ sóng 477/832 thôn lõm sóng viễn thông",
                        "Báo cáo tình hình thực hiện công tác chuyển đổi số 6 tháng năm 2022",
                        "/documents/2",
                        LocalDate.of(2022, 8, 8)),
                new FigurePage.Method(
                        "Thôn, bản chưa có sóng di động băng rộng tại ngày 1/1/2021 nay đã đo được sóng.",
                        "số thôn đã phủ sóng ÷ số thôn lõm sóng × 100",
                        null,
                        true,
                        new FigurePage.Part("thôn đã phủ sóng", n("477"), "?part=numerator"),
                        new FigurePage.Part("thôn lõm sóng", n("832"), "?part=denominator"),
                        new Link("/documents/3", "Quyết định số 27/QĐ-UBQG")),
                List.of(
                        new FigurePage.Reading(
                                "Khảo sát của Sở Thông tin và Truyền thông",
                                Quantity.of(n("54.9"), "percent"),
                                Provenance.SURVEYED,
                                false,
                                false,
                                n("-2.43"),
                                "/figures/v/19/2022S1?by=survey"),
                        new FigurePage.Reading(
                                "Do 61 xã báo cáo",
                                Quantity.of(n("61.2"), "percent"),
                                Provenance.REPORTED,
                                true,
                                false,
                                n("3.87"),
                                "/figures/v/19/2022S1?by=report")),
                new FigurePage.Coverage(61, 178, "/rounds/1"),
                EXPLORER,
                new FigurePage.Boundaries(
                        LocalDate.of(2025, 7, 1),
                        false,
                        null,
                        List.of(new FigurePage.Undivided(
                                new Link("/units/05437", "Phường Túc Duyên"),
                                "chia cho hai phường, tính trọn vào phường nhận trụ sở"))),
                new FigurePage.Below(178, 141, "/figures/v/19/2022S1?view=table", true),
                List.of(
                        new FigurePage.Revision(
                                2,
                                value,
                                LocalDate.of(2022, 8, 20),
                                "?revision=2",
                                "Xã Thần Sa đính chính hai thôn",
                                true),
                        new FigurePage.Revision(
                                1,
                                new Quantity(n("57.57"), n("479"), n("832"), "=", "ratio"),
                                LocalDate.of(2022, 8, 8),
                                "?revision=1",
                                null,
                                false)),
                List.of(new FigurePanel.Panel(
                        "Giải trình",
                        List.of(
                                new FigurePanel.Remark(
                                        false,
                                        "Phó Chủ tịch Ủy ban nhân dân tỉnh hỏi ngày 9/8/2022",
                                        "Vì sao sáu tháng chỉ thêm 68 thôn, trong khi kế hoạch cả năm là 150?",
                                        false,
                                        List.of()),
                                new FigurePanel.Remark(
                                        true,
                                        "Sở Thông tin và Truyền thông trả lời ngày 11/8/2022",
                                        "Mười hai vị trí trạm chưa có điện lưới; ngành điện hẹn hoàn thành trong"
                                                + " tháng 9.",
                                        false,
                                        List.of(new Link("/files/1", "Công văn 1204/STTTT-BCVT (PDF, 320 kB)"))),
                                new FigurePanel.Remark(
                                        false,
                                        "Ban Chỉ đạo hỏi ngày 21/8/2022",
                                        "Bản 2 bớt đi hai thôn: thôn nào?",
                                        false,
                                        List.of()),
                                new FigurePanel.Remark(true, "", "Chưa trả lời", true, List.of())),
                        new Link("/figures/v/19/2022S1/explain", "Yêu cầu giải trình"))),
                new FigurePage.Evidence("/figures/v/19/2022S1/evidence", 12_408L),
                DOWNLOADS);
    }

    /** Names without end, numbers without end, and a name that would like to be a script. */
    static FigurePage extreme() {
        var rich = rich();
        var value = new Quantity(n("123456789012345.67"), null, null, "≈", "nghìn tỷ đồng theo giá so sánh 2010");
        var plan = Quantity.of(n("98765432109876.5"), "nghìn tỷ đồng theo giá so sánh 2010");
        String name =
                "Tỷ lệ hồ sơ giải quyết thủ tục hành chính được số hóa thành phần hồ sơ và kết quả giải quyết, có thể"
                        + " tái sử dụng ở lần sau, Nướckhôngcókhoảngtrắngnàođểxuốngdòngcảdùtênrấtdàithìtrangvẫnphảiđứngvững "
                        + HOSTILE;
        return new FigurePage(
                new FigurePage.Heading(
                        name,
                        "/indicators/x",
                        "GOVERNMENT",
                        List.of(new Link("/scorecard?unit=\"><b>", HOSTILE), new Link("javascript:alert(1)", name)),
                        rich.heading().period(),
                        rich.heading().previous(),
                        rich.heading().next()),
                value,
                null,
                TargetStatus.REACHED,
                rich.known(),
                against(value, plan, false),
                new FigurePage.Target(HOSTILE, null, null, null),
                new FigurePage.Change(new Growth(null, n("-99.99")), value, null, false, false),
                new FigurePage.Source(HOSTILE, HOSTILE, null, null),
                rich.method(),
                List.of(),
                new FigurePage.Coverage(0, 0, null),
                EXPLORER,
                rich.boundaries(),
                rich.below(),
                List.of(),
                List.of(new FigurePanel.Panel(
                        HOSTILE, List.of(new FigurePanel.Remark(false, HOSTILE, HOSTILE, false, List.of())), null)),
                rich.evidence(),
                DOWNLOADS);
    }

    /** Nothing known at all. */
    static FigurePage missing() {
        var stated = stated();
        return new FigurePage(
                stated.heading(),
                null,
                new FigurePage.Missing(
                        "Chưa có số liệu",
                        "Chưa đơn vị nào báo cáo cho kỳ này.",
                        new FigurePage.Nearest(
                                new Link("/figures/m/19/2021S2", "6 tháng cuối năm 2021: 12%"),
                                Provenance.REPORTED,
                                true,
                                false)),
                TargetStatus.MISSING,
                new FigurePage.Known(Provenance.REPORTED, false, false, END_OF_JUNE, 0, null, null, ""),
                null,
                null,
                null,
                null,
                stated.method(),
                List.of(),
                null,
                EXPLORER,
                stated.boundaries(),
                stated.below(),
                List.of(),
                List.of(new FigurePanel.Panel("Giải trình", List.of(), new Link("/explain", "Yêu cầu giải trình"))),
                new FigurePage.Evidence("/evidence", null),
                DOWNLOADS);
    }

    static ScorecardPage scorecard() {
        return new ScorecardPage(
                "Cả nước",
                List.of(new Link("/scorecard?unit=VN", "Cả nước")),
                "6 tháng đầu năm 2022",
                new ScorecardPage.Filter(
                        "VN",
                        List.of(new Option("VN", "Cả nước"), new Option("19", "Tỉnh Thái Nguyên")),
                        "2022S1",
                        List.of(new Option("2022S1", "6 tháng đầu năm 2022"), new Option("2022", "Năm 2022")),
                        END_OF_JUNE),
                Instant.parse("2022-08-08T09:44:00Z"),
                List.of(
                        row(
                                "SOCIETY",
                                "Tỷ lệ dân số trưởng thành có điện thoại thông minh",
                                percent("70.91"),
                                "85",
                                null),
                        row(
                                "SOCIETY",
                                "Tỷ lệ hộ gia đình có internet cáp quang băng rộng",
                                percent("71.75"),
                                "75",
                                "4.7"),
                        row("SOCIETY", "Tỷ lệ người dân từ 15 tuổi có tài khoản thanh toán", percent("66"), "65", null),
                        row(
                                "ECONOMY",
                                "Tỷ trọng doanh thu thương mại điện tử trong tổng mức bán lẻ",
                                percent("11.27"),
                                "7",
                                null),
                        row(
                                "INFRASTRUCTURE",
                                "Số thôn lõm sóng đã phủ sóng",
                                new Quantity(n("57.33"), n("477"), n("832"), "=", "ratio"),
                                null,
                                null),
                        row(
                                "INFRASTRUCTURE",
                                "Tốc độ truy cập mạng băng rộng cố định",
                                Quantity.of(n("71.79"), "Mbps"),
                                null,
                                "32.7"),
                        row(
                                "ECONOMY",
                                "Tổng doanh thu kinh tế số",
                                new Quantity(n("10"), null, null, "≈", "billion USD"),
                                null,
                                null),
                        row("GOVERNMENT", "Tỷ lệ doanh nghiệp sử dụng hóa đơn điện tử", percent("100"), null, null),
                        row("SOCIETY", "Tổ công nghệ số cộng đồng", Quantity.of(n("2255"), "count"), null, null),
                        row("SOCIETY", "Tỷ lệ đảng viên đã cài đặt Sổ tay đảng viên điện tử", null, null, null),
                        row("GOVERNMENT", HOSTILE, Quantity.of(n("98765432109876.54"), "đồng"), null, "-0.01")),
                "/reports/2022S1",
                DOWNLOADS);
    }

    static ScorecardPage emptyScorecard() {
        var full = scorecard();
        return new ScorecardPage(
                full.unit(), full.path(), full.period(), full.filter(), full.updated(), List.of(), null, DOWNLOADS);
    }

    private static Quantity percent(String value) {
        return Quantity.of(n(value), "percent");
    }

    private static ScorecardPage.Row row(
            String pillar, String name, @Nullable Quantity value, @Nullable String plan, @Nullable String yoy) {
        var against = value == null || plan == null ? null : against(value, percent(plan), plan.equals("65"));
        return new ScorecardPage.Row(
                pillar,
                name,
                "/figures/x/VN/2022S1",
                value,
                against,
                value == null
                        ? TargetStatus.MISSING
                        : against == null
                                ? TargetStatus.NO_PLAN
                                : against.behind() ? TargetStatus.BEHIND : TargetStatus.REACHED,
                yoy == null ? null : new Growth(null, n(yoy)),
                value == null ? new Trend(List.of()) : trend(null, "50", "54", "53", "61", "70.91"),
                value == null ? null : plan == null ? Provenance.MEASURED : Provenance.REPORTED,
                plan == null && value != null,
                "65".equals(plan),
                "/comparison");
    }

    static EvidencePage evidence() {
        var rows = new ArrayList<EvidencePage.Row>();
        for (int i = 0; i < 12; i++)
            rows.add(new EvidencePage.Row(
                    END_OF_JUNE.minusDays(i),
                    i == 2 ? HOSTILE : "Xã Sảng Mộc",
                    i % 3 == 0 ? "Nhận tiền qua mã QR" : "Đơn vị báo cáo số liệu",
                    List.of("chỉ tiêu: thôn lõm sóng đã phủ sóng", "nguồn: báo cáo tháng 6"),
                    i % 2 == 0 ? "S4TUVNG659VNE7HRKMQMC6NJMP" : null,
                    n(i % 3 == 0 ? "31" : "1"),
                    i % 3 == 0 ? Quantity.of(n("1284000"), "đồng") : null,
                    i % 3 == 0 ? Provenance.MEASURED : Provenance.REPORTED,
                    true,
                    i == 4,
                    "/evidence/" + i));
        var rich = rich();
        return new EvidencePage(
                rich.heading().name(),
                rich.heading().pillar(),
                rich.heading().path(),
                "6 tháng đầu năm 2022",
                new Link("/figures/v/19/2022S1", "477/832"),
                rich.value(),
                "tử số",
                12_408L,
                List.of("số lượt “Nhận tiền qua mã QR”: 820"),
                new EvidencePage.Groups(
                        IntStream.range(0, 30)
                                .mapToObj(i -> new EvidencePage.Group(
                                        i == 3 ? HOSTILE : "Xã Sảng Mộc", "?of=" + i, (900 - i) + " sự kiện"))
                                .toList(),
                        "Theo tuần",
                        new vn.thucchat.foundation.charts.Columns(IntStream.range(0, 26)
                                .mapToObj(i -> new vn.thucchat.foundation.charts.Columns.Value(
                                        i % 5 == 0 ? (i + 3) + "/" + (1 + i / 5) : "",
                                        BigDecimal.valueOf(12_000_000L + i * (i * 37L + 1013L) % 49 * 100_000L),
                                        "tuần " + i))
                                .toList()),
                        List.of(new EvidencePage.Group("27/6/2022 – 3/7/2022", "?from=2022-06-27", "31 sự kiện"))),
                new Link("?all", "Xã Sảng Mộc"),
                rows,
                null,
                "?cursor=abc",
                null);
    }

    static EvidencePage noEvidence() {
        var page = evidence();
        return new EvidencePage(
                page.indicator(),
                page.pillar(),
                page.path(),
                page.period(),
                page.figure(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }

    static IndicatorsPage indicators() {
        var rows = new ArrayList<IndicatorsPage.Row>();
        for (String pillar : IndicatorsPage.PILLARS)
            for (int i = 0; i < 4; i++)
                rows.add(new IndicatorsPage.Row(
                        i == 3 && pillar.equals("SOCIETY")
                                ? HOSTILE
                                : "Tỷ lệ hộ gia đình có internet cáp quang băng rộng",
                        "/indicators/household-fibre",
                        pillar,
                        "phần trăm",
                        i == 1
                                ? null
                                : new IndicatorsPage.Latest(
                                        percent("71.75"),
                                        "/figures/household-fibre/19/2022S1",
                                        "Tỉnh Thái Nguyên · 6 tháng đầu năm 2022"),
                        i != 2));
        return new IndicatorsPage("cáp quang", rows, "/indicators/new");
    }

    static IndicatorPage indicator() {
        return new IndicatorPage(
                "villages-covered",
                "Số thôn lõm sóng đã phủ sóng",
                "INFRASTRUCTURE",
                true,
                "Thôn, bản chưa có sóng di động băng rộng tại ngày 1/1/2021 nay đã đo được sóng.",
                "thôn trên thôn",
                "càng cao càng tốt",
                "cộng tử số, cộng mẫu số",
                "lấy số của kỳ sau cùng",
                "nửa năm",
                "xã, phường, thị trấn",
                "100 * last(a.b) / last(a.c)",
                "số thôn đã phủ sóng ÷ số thôn lõm sóng × 100",
                List.of("số thôn đã phủ sóng, trạng thái sau cùng"),
                List.of("số thôn lõm sóng", HOSTILE),
                "Quyết định số 27/QĐ-UBQG",
                List.of(new IndicatorPage.Latest(
                        "Cả nước",
                        "6 tháng đầu năm 2022",
                        new Quantity(n("57.33"), n("477"), n("832"), "=", "ratio"),
                        "/figures/v/VN/2022S1",
                        vn.thucchat.foundation.facts.Provenance.REPORTED,
                        false)),
                "/comparison",
                "/indicators/villages-covered/edit",
                new IndicatorPage.Latest(
                        "Tỉnh Thái Nguyên",
                        "6 tháng cuối năm 2022",
                        new Quantity(n("52.03"), n("179"), n("344"), "=", "ratio"),
                        "/figures/v/19/2022S2",
                        vn.thucchat.foundation.facts.Provenance.MEASURED,
                        true));
    }
}
