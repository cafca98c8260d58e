package vn.thucchat.demonstration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.explanations.Explanation;

/** Invents what the leader asked about the figures furthest behind, and what the communes answered. */
final class Questions {

    private static final List<String> ANSWERS = List.of(
            "Địa bàn có nhiều xóm vùng cao, thu nhập thấp; xã đã phối hợp doanh nghiệp viễn thông trợ giá điện thoại cho 120 hộ,"
                    + " dự kiến đạt mục tiêu trong quý tới. (trả lời minh họa)",
            "Hai xóm chưa có tuyến cáp; doanh nghiệp cam kết kéo xong trong ba tháng tới. (trả lời minh họa)",
            "Nhiều người cao tuổi chưa mở tài khoản; Tổ công nghệ số sẽ hướng dẫn tại nhà văn hóa mỗi thứ Bảy. (trả lời minh họa)");

    private final Days days;
    private final Period half;
    private final Actor leader;

    private Questions(Days days, Actor leader) {
        this.days = days;
        this.half = days.complete();
        this.leader = leader;
    }

    static List<Explanation> of(Days days, List<Commune> communes, Actor leader) {
        return new Questions(days, leader).of(communes);
    }

    private List<Explanation> of(List<Commune> communes) {
        var all = new ArrayList<Explanation>();
        Commune own = communes.stream()
                .filter(commune -> commune.code().equals(Province.OWN_WARD))
                .findFirst()
                .orElseThrow();
        for (Theme theme : List.of(Theme.SMARTPHONES, Theme.FIBRE, Theme.ACCOUNTS)) {
            var behind = communes.stream()
                    .filter(commune -> !commune.equals(own))
                    .sorted(Comparator.comparingDouble(commune -> theme.percent(commune, Days.index(half))))
                    .limit(2)
                    .toList();
            String answer = ANSWERS.get(
                    List.of(Theme.SMARTPHONES, Theme.FIBRE, Theme.ACCOUNTS).indexOf(theme));
            boolean closed = theme == Theme.FIBRE;
            all.add(question(
                    behind.getFirst(), theme, closed ? Explanation.State.CLOSED : Explanation.State.ANSWERED, answer));
            all.add(question(behind.getLast(), theme, Explanation.State.ASKED, ""));
        }
        all.add(question(own, Theme.HANDBOOK, Explanation.State.ASKED, ""));
        return all;
    }

    private Explanation question(Commune commune, Theme theme, Explanation.State state, String answer) {
        var draw = new Draw("question", commune.code(), theme.indicator);
        // ten days to answer: some have a few left, some are some days late
        Instant asked = days.loaded()
                .minusDays(commune.code().equals(Province.OWN_WARD) ? 7 : 6 + draw.below(7))
                .atTime(9, 0)
                .atZone(BusinessTime.VIETNAM)
                .toInstant()
                .plusSeconds(60L * draw.below(300));
        boolean answered = state != Explanation.State.ASKED;
        UUID id = draw.id();
        String percent = BigDecimal.valueOf(100L * theme.numerator(commune, Days.index(half)))
                .divide(BigDecimal.valueOf(theme.denominator(commune, Days.index(half))), 2, RoundingMode.HALF_UP)
                .toPlainString()
                .replace('.', ',');
        return new Explanation(
                id,
                theme.indicator,
                commune.code(),
                half,
                state,
                "Đề nghị giải trình: tỷ lệ %s của %s mới đạt %s%%. Nguyên nhân và thời hạn khắc phục? (câu hỏi minh họa)"
                        .formatted(theme.words, commune.name(), percent),
                asked,
                leader.account(),
                leader.name(),
                BusinessTime.day(asked).plusDays(10),
                answer,
                answered ? asked.plusSeconds(4L * 86_400) : null,
                answered ? "Cán bộ báo cáo " + commune.name() + " (minh họa)" : null,
                List.of(),
                true,
                1);
    }
}
