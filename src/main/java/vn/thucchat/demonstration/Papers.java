package vn.thucchat.demonstration;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.reporting.Statement;
import vn.thucchat.steering.indicators.reporting.Submission;

/** Invents what the communes handed in for a half-year. */
final class Papers {

    static final String TEAMS = "community-teams";
    static final String MEMBERS = "community-team-members";
    static final String VILLAGES = "villages-covered";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy", Locale.ROOT);
    /** The share of hamlets that have a team. */
    private static final double[] TEAMED = {0.06, 0.21, 0.985, 1};

    private static final double[] COVERED = {0.31, 0.44, 0.58, 0.76, 0.85, 0.9, 0.94, 0.97};
    private static final double[] SILENT = {0.055, 0.035, 0.017, 0.011};
    /** The first half-year since which everybody reported everything: nothing of old is left to do. */
    private static final int CAREFUL = 4;

    private static final List<String> REASONS = List.of(
            "Số hộ có cáp quang cao hơn số thuê bao doanh nghiệp viễn thông cung cấp; đề nghị rà soát lại. (dữ liệu minh họa)",
            "Thiếu bản ký số của báo cáo; đề nghị đính kèm văn bản có chữ ký của Chủ tịch UBND. (dữ liệu minh họa)",
            "Số thành viên Tổ công nghệ số giảm so với kỳ trước mà chưa giải thích. (dữ liệu minh họa)");

    /** Why there is no file, as most say. */
    private static final String SENT = "Văn bản ký số đã gửi qua trục liên thông văn bản. (dữ liệu minh họa)";

    final List<Submission> submissions = new ArrayList<>();
    final List<Statement> statements = new ArrayList<>();

    private final Days days;
    private final Period half;
    private final int index;
    private final UnaryOperator<Document> keep;

    private Papers(Days days, Period half, UnaryOperator<Document> keep) {
        this.days = days;
        this.half = half;
        this.index = Days.index(half);
        this.keep = keep;
    }

    /** @param keep keeps a document, or finds the one that says the same */
    static Papers of(Days days, Period half, List<Commune> communes, String reviewer, UnaryOperator<Document> keep) {
        var papers = new Papers(days, half, keep);
        for (Commune commune : communes) papers.paper(commune, papers.state(commune), reviewer);
        return papers;
    }

    /** A few communes that found a mistake in what they had reported. */
    static Papers corrections(
            Days days, Period half, List<Commune> communes, String reviewer, UnaryOperator<Document> keep) {
        var papers = new Papers(days, half, keep);
        for (Commune commune : communes)
            if (papers.state(commune) == Submission.State.ACCEPTED
                    && new Draw("corrects", commune.code(), half).chance(0.04)) papers.correction(commune, reviewer);
        return papers;
    }

    /** Null: nothing came. */
    private Submission.@Nullable State state(Commune commune) {
        double chance = new Draw("state", commune.code(), half).share();
        if (!half.equals(days.reporting()))
            return index < CAREFUL && chance < SILENT[index] && !own(commune) ? null : Submission.State.ACCEPTED;
        // the last half-year is still coming in; the demonstration officer's ward has everything to do
        if (own(commune) || chance > 0.96) return null;
        if (chance < 0.8) return Submission.State.ACCEPTED;
        if (chance < 0.88) return Submission.State.SUBMITTED;
        return chance < 0.93 ? Submission.State.RETURNED : Submission.State.DRAFT;
    }

    /** Whether the paper of a half-year that is over came after its day; its reviewer still decided in time. */
    private boolean late(Commune commune) {
        return !half.equals(days.reporting()) && new Draw("late", commune.code(), half).chance(0.06);
    }

    private static boolean own(Commune commune) {
        return commune.code().equals(Province.OWN_WARD);
    }

    private void paper(Commune commune, Submission.@Nullable State state, String reviewer) {
        if (state == null) return;
        var draw = new Draw("paper", commune.code(), half);
        // the running half-year's last ones were begun so long ago that their reviewer could decide
        int afterDays = draw.below(half.equals(days.reporting()) ? 5 : 7);
        Instant begun = (late(commune)
                        ? days.due(half).plusDays(1 + afterDays % 3)
                        : days.begun(half).plusDays(afterDays))
                .atTime(8, draw.below(60))
                .atZone(BusinessTime.VIETNAM)
                .toInstant();
        UUID id = draw.id();
        submissions.add(submission(
                id,
                commune,
                state,
                document(commune, draw, BusinessTime.day(begun), ""),
                new Draw("sent", commune.code(), half).chance(0.9) ? SENT : "",
                begun,
                reviewer,
                draw));
        for (Theme theme : Theme.values())
            if (own(commune) || !draw.chance(0.015) || (index >= CAREFUL && !half.equals(days.reporting())))
                share(id, commune, theme, theme.numerator(commune, index), draw);
        int teams = teams(commune);
        if (teams > 0) {
            count(id, commune, TEAMS, teams, "Toàn địa bàn có %s Tổ công nghệ số cộng đồng", draw);
            int members = (int) Math.round(teams * draw.between(6.9, 8.2));
            count(id, commune, MEMBERS, members, "%s người tham gia Tổ công nghệ số cộng đồng", draw);
        }
        if (commune.remote()) villages(id, commune, draw);
    }

    private void correction(Commune commune, String reviewer) {
        var draw = new Draw("correction", commune.code(), half);
        Instant begun = days.published(half).plusSeconds(86_400L * (6 + draw.below(8)));
        UUID id = draw.id();
        submissions.add(submission(
                id,
                commune,
                Submission.State.ACCEPTED,
                document(commune, draw, BusinessTime.day(begun), "Đính chính "),
                "Đính chính số liệu đã báo cáo (dữ liệu minh họa)",
                begun,
                reviewer,
                draw));
        List<Theme> themes = List.of(Theme.values());
        Theme theme = themes.get(draw.below(themes.size()));
        int counted = theme.numerator(commune, index);
        share(id, commune, theme, counted - Math.max(1, counted * (2 + draw.below(5)) / 100), draw);
    }

    private Submission submission(
            UUID id,
            Commune commune,
            Submission.State state,
            Document document,
            String note,
            Instant begun,
            String reviewer,
            Draw draw) {
        boolean decided = state == Submission.State.ACCEPTED || state == Submission.State.RETURNED;
        Instant submitted = begun.plusSeconds(60L * (30 + draw.below(200)));
        return new Submission(
                id,
                commune.code(),
                half,
                state,
                document,
                note,
                true,
                begun,
                new UUID(0, 0),
                "Cán bộ báo cáo " + commune.name() + " (minh họa)",
                state == Submission.State.DRAFT ? null : submitted,
                decided ? decided(submitted, draw) : null,
                decided ? reviewer : null,
                state == Submission.State.RETURNED ? REASONS.get(draw.below(REASONS.size())) : "",
                1);
    }

    private Instant decided(Instant submitted, Draw draw) {
        Instant decided = submitted.plusSeconds(3_600L * (20 + draw.below(60)));
        Instant latest = days.accepted(half);
        return half.equals(days.reporting()) && decided.isAfter(latest) ? latest : decided;
    }

    /** What holds of a half-year; the last of them for all that follow. */
    private double at(double[] halves) {
        return halves[Math.min(index, halves.length - 1)];
    }

    private Document document(Commune commune, Draw draw, LocalDate issued, String kind) {
        String months = half.number() == 1 ? "6 tháng đầu năm " : "6 tháng cuối năm ";
        return keep.apply(new Document(
                draw.id(),
                (20 + draw.below(380)) + "/BC-UBND",
                kind + "Báo cáo kết quả chuyển đổi số " + months + half.year() + " (dữ liệu minh họa)",
                "UBND " + commune.name(),
                issued,
                null));
    }

    private int teams(Commune commune) {
        double share = at(TEAMED);
        var draw = new Draw("teams", commune.code());
        return (int) Math.min(
                commune.hamlets(), Math.round(commune.hamlets() * Math.min(1, share * draw.between(0.95, 1.12))));
    }

    private void villages(UUID paper, Commune commune, Draw draw) {
        var of = new Draw("villages", commune.code());
        int dark = 1 + of.below(6);
        int covered = 0;
        for (int i = 0; i < dark; i++) if (new Draw("village", commune.code(), i).share() < at(COVERED)) covered++;
        line(
                paper,
                commune,
                VILLAGES,
                null,
                covered,
                dark,
                Provenance.REPORTED,
                "đã phủ sóng %s/%s thôn lõm sóng".formatted(written(covered), written(dark)),
                draw);
    }

    private void share(UUID paper, Commune commune, Theme theme, int numerator, Draw draw) {
        int denominator = theme.denominator(commune, index);
        String words = "%s/%s %s".formatted(written(numerator), written(denominator), theme.words);
        line(paper, commune, theme.indicator, null, numerator, denominator, theme.provenance, words, draw);
    }

    private void count(UUID paper, Commune commune, String indicator, int value, String words, Draw draw) {
        line(paper, commune, indicator, value, null, null, Provenance.REPORTED, words.formatted(written(value)), draw);
    }

    private void line(
            UUID paper,
            Commune commune,
            String indicator,
            @Nullable Integer value,
            @Nullable Integer numerator,
            @Nullable Integer denominator,
            Provenance provenance,
            String words,
            Draw draw) {
        statements.add(new Statement(
                draw.id(),
                paper,
                commune.code(),
                indicator,
                half,
                "=",
                number(value),
                number(numerator),
                number(denominator),
                null,
                days.asOf(half),
                provenance,
                "Đến " + days.asOf(half).format(DAY) + ": " + words + " (dữ liệu minh họa)",
                "",
                true,
                null,
                null));
    }

    private static @Nullable BigDecimal number(@Nullable Integer number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    private static String written(int number) {
        return String.format(java.util.Locale.ROOT, "%,d", number).replace(',', '.');
    }
}
