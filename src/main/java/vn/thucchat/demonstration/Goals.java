package vn.thucchat.demonstration;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.Target;
import vn.thucchat.steering.indicators.definitions.Targets;
import vn.thucchat.steering.indicators.reporting.Round;
import vn.thucchat.steering.indicators.reporting.Rounds;

/** What the invented province asked of its units: targets of a year, and figures of a half-year. */
@Component
record Goals(Targets targets, Rounds rounds, Province province) {

    void setTargets(Days days) {
        for (int year : days.years()) {
            List<Commune> communes = province.communes(LocalDate.of(year, 12, 31));
            var draw = new Draw("targets", year);
            var plan = new Document(
                    draw.id(),
                    (year == 2021 ? 12 : 31) + "/KH-UBND",
                    "Kế hoạch chuyển đổi số năm " + year + " (dữ liệu minh họa)",
                    "UBND tỉnh Thái Nguyên (minh họa)",
                    LocalDate.of(year, 1, 20),
                    null);
            switch (targets.set(Actor.PLATFORM, plan, of(year, communes, plan, draw))) {
                case Targets.Set.Done done -> {}
                case Targets.Set.OutOfReach(var units) ->
                    throw new IllegalStateException("The platform reaches every unit: " + units);
                case Targets.Set.UploadedBefore before -> throw new IllegalStateException("No upload: " + before);
                case Targets.Set.Meanwhile never -> throw new IllegalStateException("Whatever holds is replaced");
                case Targets.Set.FileRefused refused -> throw new IllegalStateException("No file: " + refused);
            }
        }
    }

    private static List<Target> of(int year, List<Commune> communes, Document plan, Draw draw) {
        var all = new ArrayList<Target>();
        Map<UnitCode, Integer> hamlets = new HashMap<>();
        Map<UnitCode, Double> heads = new HashMap<>();
        Map<UnitCode, Integer> people = new HashMap<>();
        for (Commune commune : communes)
            for (UnitCode unit : new TreeSet<>(List.of(commune.code(), commune.district(), Province.CODE))) {
                hamlets.merge(unit, commune.hamlets(), Integer::sum);
                people.merge(unit, commune.people(), Integer::sum);
                heads.merge(unit, commune.head() * commune.people(), Double::sum);
            }
        hamlets.keySet().stream().sorted().forEach(unit -> {
            double head = heads.getOrDefault(unit, 0.0) / people.getOrDefault(unit, 1) / 2;
            var goals = new HashMap<String, Integer>();
            for (Theme theme : Theme.values()) goals.put(theme.indicator, percent(theme.goal(year) + head));
            goals.put(Definitions.ONLINE, percent(Math.min(90, 30 + 20 * (year - 2021)) + head));
            goals.put(Definitions.SATISFACTION, 90);
            int villages = hamlets.getOrDefault(unit, 0);
            goals.put(Papers.TEAMS, year == 2021 ? (int) Math.max(1, Math.round(villages * 0.2)) : villages);
            goals.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(goal -> all.add(new Target(
                            draw.id(),
                            goal.getKey(),
                            unit,
                            Period.of(Integer.toString(year)),
                            BigDecimal.valueOf(goal.getValue()),
                            plan,
                            "",
                            true,
                            Instant.EPOCH)));
        });
        return all;
    }

    private static int percent(double goal) {
        return (int) Math.round(Math.clamp(goal, 10, 98));
    }

    void openRounds(Days days) {
        for (Period half : days.reported()) {
            String months = (half.number() == 1 ? "6 tháng đầu năm " : "6 tháng cuối năm ") + half.year();
            List<String> owed = Stream.concat(
                            Stream.of(Theme.values()).map(theme -> theme.indicator),
                            Stream.of(Papers.TEAMS, Papers.MEMBERS))
                    .sorted()
                    .toList();
            open(days, half, Province.CODE, "Báo cáo chuyển đổi số " + months + " (minh họa)", owed);
            for (UnitCode district : Province.HIGHLANDS)
                if (province.there(district, half.to()))
                    open(
                            days,
                            half,
                            district,
                            "Phủ sóng thôn lõm sóng " + months + " (minh họa)",
                            List.of(Papers.VILLAGES));
        }
    }

    private void open(Days days, Period half, UnitCode above, String name, List<String> owed) {
        var round = new Round(
                new Draw("round", half, above).id(),
                name,
                half,
                above,
                UnitKind.Level.COMMUNE,
                days.due(half),
                true,
                days.published(half).minusSeconds(30L * 86_400),
                owed);
        rounds.open(Actor.PLATFORM, round).expectDone();
    }
}
