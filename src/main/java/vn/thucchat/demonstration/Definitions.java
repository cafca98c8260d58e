package vn.thucchat.demonstration;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;

/** The indicators that are computed from invented acts. */
@Component
record Definitions(Indicators indicators) {

    static final String ONLINE = "demonstration-online-share";
    static final String SATISFACTION = "demonstration-satisfaction";

    private static final String NOTE_VI = " Chỉ tính từ việc minh họa do hệ thống tự sinh, không phải số liệu thật.";
    private static final String NOTE_EN = " Counts invented demonstration acts only; not real data.";

    void define() {
        for (Indicator indicator : all())
            indicators.define(Actor.PLATFORM, indicator).expectDone();
    }

    static List<Indicator> all() {
        return List.of(
                computed(
                        "demonstration-dossiers",
                        "Số hồ sơ tiếp nhận (minh họa)",
                        "Dossiers received (demonstration)",
                        Indicator.Pillar.GOVERNMENT,
                        "count",
                        "count(" + ActKinds.DOSSIER + ")",
                        "Số hồ sơ tiếp nhận trong kỳ.",
                        "Dossiers received in the period.",
                        900),
                computed(
                        ONLINE,
                        "Tỷ lệ hồ sơ nộp trực tuyến (minh họa)",
                        "Dossiers submitted online (demonstration)",
                        Indicator.Pillar.GOVERNMENT,
                        "percent",
                        "100 * count(%1$s; channel=online) / count(%1$s)".formatted(ActKinds.DOSSIER),
                        "Số hồ sơ nộp trực tuyến trên tổng số hồ sơ tiếp nhận trong kỳ.",
                        "Dossiers submitted online out of all dossiers received in the period.",
                        910),
                computed(
                        SATISFACTION,
                        "Tỷ lệ người dân hài lòng (minh họa)",
                        "Citizens satisfied (demonstration)",
                        Indicator.Pillar.GOVERNMENT,
                        "percent",
                        "100 * count(%1$s; satisfied=yes) / count(%1$s)".formatted(ActKinds.SURVEY),
                        "Số phiếu hài lòng trên tổng số phiếu khảo sát trong kỳ.",
                        "Satisfied answers out of all survey answers in the period.",
                        920),
                computed(
                        "demonstration-households-supported",
                        "Số hộ được Tổ công nghệ số hỗ trợ (minh họa)",
                        "Households helped by community teams (demonstration)",
                        Indicator.Pillar.SOCIETY,
                        "count",
                        "subjects(" + ActKinds.HOUSEHOLD + ")",
                        "Số hộ khác nhau được hỗ trợ ít nhất một lần trong kỳ; hộ được thăm nhiều lần chỉ tính một.",
                        "Different households helped at least once in the period; repeated visits count once.",
                        930),
                computed(
                        "demonstration-support-points",
                        "Số điểm hỗ trợ số đang mở (minh họa)",
                        "Digital support points open (demonstration)",
                        Indicator.Pillar.SOCIETY,
                        "count",
                        "last(" + ActKinds.POINT + ")",
                        "Số điểm hỗ trợ số đang mở vào cuối kỳ.",
                        "Digital support points open at the end of the period.",
                        940));
    }

    private static Indicator computed(
            String code,
            String nameVi,
            String nameEn,
            Indicator.Pillar pillar,
            String measure,
            String formula,
            String definitionVi,
            String definitionEn,
            int sort) {
        return new Indicator(
                code,
                nameVi,
                nameEn,
                pillar,
                measure,
                Indicator.Direction.UP,
                measure.equals("percent") ? Indicator.Aggregation.RATIO : Indicator.Aggregation.SUM,
                code.endsWith("points") ? Indicator.OverTime.LAST : Indicator.OverTime.SUM,
                Period.Grain.HALF,
                null,
                definitionVi + NOTE_VI,
                definitionEn + NOTE_EN,
                "",
                formula,
                sort,
                true,
                1);
    }
}
