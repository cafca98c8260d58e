package vn.thucchat.steering.indicators.reporting.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.vietnamese.VietnameseText;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.reporting.Round;
import vn.thucchat.steering.indicators.reporting.Rounds;

/** Lists the units of a round by how far they are, with the unit above each and the last reminder. */
@Component
record RoundUnits(Rounds rounds, Units units) {

    /** @param parent the unit above, by code and name, on the last day of the period */
    record Line(Round.Owed owed, String name, @Nullable Option parent, RoundPage.@Nullable Reminded reminded) {}

    List<Line> lines(Texts t, Round round, List<Round.Owed> of) {
        var latest = new HashMap<String, Rounds.Reminder>();
        var persons = new HashMap<String, HashSet<UUID>>();
        for (Rounds.Reminder reminder : rounds.reminders(round))
            for (String unit : reminder.units()) {
                latest.putIfAbsent(unit, reminder);
                persons.computeIfAbsent(unit, _ -> new HashSet<>()).add(reminder.recipient());
            }
        return of.stream()
                .map(owed -> {
                    String code = owed.unit().value();
                    Rounds.Reminder last = latest.get(code);
                    Unit unit = units.nearest(owed.unit(), round.period().to()).orElse(null);
                    return new Line(
                            owed,
                            unit == null ? code : DisplayNames.name(t, unit),
                            unit == null || unit.parent() == null ? null : parent(t, round, unit.parent()),
                            last == null
                                    ? null
                                    : new RoundPage.Reminded(
                                            last.sentAt(),
                                            last.recipientName(),
                                            last.byName(),
                                            persons.getOrDefault(code, new HashSet<>())
                                                    .size()));
                })
                .toList();
    }

    private @Nullable Option parent(Texts t, Round round, UnitCode code) {
        return units.nearest(code, round.period().to())
                .map(above -> new Option(above.code().value(), DisplayNames.name(t, above)))
                .orElse(null);
    }

    /** @throws Problem 400 for what is no standing */
    static Round.@Nullable Standing standing(String text) {
        if (text.isEmpty()) return null;
        for (Round.Standing standing : Round.Standing.values())
            if (standing.name().equals(text)) return standing;
        throw Problem.bad("standing", "form.choose");
    }

    /** Rounds whose names have the words of a text, and those of units that it names. */
    Rounds.Sought sought(String q) {
        return new Rounds.Sought(
                q,
                q.isBlank()
                        ? List.of()
                        : units.search(q).stream().map(Unit::code).toList());
    }

    static List<Line> filter(List<Line> lines, Round.@Nullable Standing standing, String parent, String q) {
        String words = VietnameseText.fold(q.strip());
        return lines.stream()
                .filter(line -> standing == null || line.owed().standing() == standing)
                .filter(line -> parent.isEmpty()
                        || (line.parent() != null && line.parent().value().equals(parent)))
                .filter(line -> VietnameseText.fold(line.name()).contains(words))
                .toList();
    }

    static List<Option> standings(Texts t) {
        return Option.after(
                new Option("", t.of("rounds.standing.all")), Option.all(t, "standing.", Round.Standing.values()));
    }

    static List<Option> parents(Texts t, List<Line> lines) {
        Map<String, Option> parents = new LinkedHashMap<>();
        for (Line line : lines)
            if (line.parent() != null) parents.putIfAbsent(line.parent().value(), line.parent());
        return choices(t, parents);
    }

    /** Units above to choose from, by name; none where there is only one. */
    static List<Option> choices(Texts t, Map<String, Option> parents) {
        return parents.size() < 2
                ? List.of()
                : Option.after(
                        new Option("", t.of("review.parent.all")),
                        parents.values().stream()
                                .sorted(Comparator.comparing(Option::text, VietnameseText.ORDER))
                                .toList());
    }
}
