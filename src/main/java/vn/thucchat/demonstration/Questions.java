package vn.thucchat.demonstration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.thucchat.foundation.database.Ground;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.steering.indicators.Explanation;
import vn.thucchat.steering.indicators.Period;

/** Invents what the leader asked about the figures furthest behind, and what the communes answered. */
final class Questions {

    private static final Period HALF = Period.of("2022S1");
    private static final List<String> ANSWERS = List.of(
            "Địa bàn có nhiều xóm vùng cao, thu nhập thấp; xã đã phối hợp doanh nghiệp viễn thông trợ giá điện thoại cho 120 hộ,"
                    + " dự kiến đạt mục tiêu vào quý IV. (trả lời minh họa)",
            "Hai xóm chưa có tuyến cáp; doanh nghiệp cam kết kéo xong trước 30/9/2022. (trả lời minh họa)",
            "Nhiều người cao tuổi chưa mở tài khoản; Tổ công nghệ số sẽ hướng dẫn tại nhà văn hóa mỗi thứ Bảy. (trả lời minh họa)");

    private Questions() {}

    static List<Explanation> of(List<Commune> communes, Actor leader) {
        var all = new ArrayList<Explanation>();
        Commune own = communes.stream()
                .filter(commune -> commune.code().equals(Province.OWN_WARD))
                .findFirst()
                .orElseThrow();
        for (Theme theme : List.of(Theme.SMARTPHONES, Theme.FIBRE, Theme.ACCOUNTS)) {
            var behind = communes.stream()
                    .filter(commune -> !commune.equals(own))
                    .sorted(Comparator.comparingDouble(commune -> theme.percent(commune, 2)))
                    .limit(2)
                    .toList();
            String answer = ANSWERS.get(
                    List.of(Theme.SMARTPHONES, Theme.FIBRE, Theme.ACCOUNTS).indexOf(theme));
            boolean closed = theme == Theme.FIBRE;
            all.add(question(
                    behind.getFirst(),
                    theme,
                    leader,
                    closed ? Explanation.State.CLOSED : Explanation.State.ANSWERED,
                    answer));
            all.add(question(behind.getLast(), theme, leader, Explanation.State.ASKED, ""));
        }
        all.add(question(own, Theme.HANDBOOK, leader, Explanation.State.ASKED, ""));
        return all;
    }

    private static Explanation question(
            Commune commune, Theme theme, Actor leader, Explanation.State state, String answer) {
        var draw = new Draw("question", commune.code(), theme.indicator);
        Instant asked = Papers.published(HALF).plusSeconds(86_400L + 60L * draw.below(300));
        boolean answered = state != Explanation.State.ASKED;
        UUID id = draw.id();
        String percent = BigDecimal.valueOf(100L * theme.numerator(commune, 2))
                .divide(BigDecimal.valueOf(theme.denominator(commune, 2)), 2, RoundingMode.HALF_UP)
                .toPlainString()
                .replace('.', ',');
        return new Explanation(
                id,
                theme.indicator,
                commune.code(),
                HALF,
                state,
                "Đề nghị giải trình: tỷ lệ %s của %s mới đạt %s%%. Nguyên nhân và thời hạn khắc phục? (câu hỏi minh họa)"
                        .formatted(theme.words, commune.name(), percent),
                asked,
                leader.account(),
                leader.name(),
                Ground.day(asked).plusDays(10),
                answer,
                answered ? asked.plusSeconds(4L * 86_400) : null,
                answered ? "Cán bộ báo cáo " + commune.name() + " (minh họa)" : null,
                List.of(),
                true,
                1);
    }
}
