package vn.thucchat.foundation.units.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.search.Match;
import vn.thucchat.foundation.search.SearchHit;
import vn.thucchat.foundation.search.SearchQuery;
import vn.thucchat.foundation.search.SearchSource;
import vn.thucchat.foundation.search.SearchWords;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/** Finds units by present and former names, with or without the word for their kind, and by code; each result names its parent. */
@Component
class UnitSearch implements SearchSource {

    private static final Pattern KIND =
            Pattern.compile("^(?:tinh|thanh pho|huyen|thi xa|thi tran|phuong|xa|dac khu) (?=.)");

    /**
     * A unit as it is looked for.
     *
     * @param names folded; each with the word for the kind and without
     * @param addresses folded: the names of all that it ever belonged to, and its own
     * @param seen the day on which its page shows it
     */
    private record Entry(Unit unit, List<String> names, String addresses, LocalDate seen) {

        boolean ended() {
            return unit.validTo() != null;
        }
    }

    /** Every unit in the order of level and name, as of a state of the gazetteer and a day. */
    private record Index(String stamp, LocalDate day, List<Entry> entries) {}

    private record Hit(Match match, Entry entry) {

        static final Comparator<Hit> BEST = Comparator.comparing(Hit::match).thenComparing(hit -> hit.entry.ended());
    }

    private final Units units;
    private final InstantSource clock;
    private volatile @Nullable Index index;

    UnitSearch(Units units, InstantSource clock) {
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "units";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<SearchHit> find(SearchQuery query) {
        return entries().stream()
                .flatMap(entry -> match(query.words(), entry).map(match -> new Hit(match, entry)).stream())
                .sorted(Hit.BEST)
                .limit(query.limit())
                .map(hit -> found(query.t(), hit))
                .toList();
    }

    private static Optional<Match> match(SearchWords words, Entry entry) {
        Optional<Match> match = words.matchKeys(entry.names);
        if (match.isPresent()) return match;
        if (NameSearchKey.of(entry.unit.code().value()).equals(words.text())) return Optional.of(Match.EXACT);
        return words.someIn(entry.names) && words.mentionedIn(entry.addresses)
                ? Optional.of(Match.PART)
                : Optional.empty();
    }

    private SearchHit found(Texts t, Hit hit) {
        // the last version may be one that is to come
        Unit unit = units.nearest(hit.entry.unit.code(), hit.entry.seen).orElse(hit.entry.unit);
        String name = t.either(unit.name(), unit.nameEn());
        String address = units.address(t, unit.code(), hit.entry.seen);
        String above = address.startsWith(name + " · ") ? address.substring(name.length() + " · ".length()) : "";
        String detail = Stream.of(
                        Stream.of(above).filter(text -> !text.isEmpty()),
                        former(t, unit).stream(),
                        Stream.ofNullable(unit.validTo()).map(day -> t.of("search.units.until", t.date(day))))
                .flatMap(part -> part)
                .collect(Collectors.joining(" · "));
        return new SearchHit(
                hit.match,
                hit.entry.ended(),
                name,
                detail,
                "/units/" + unit.code() + (hit.entry.ended() ? "?on=" + hit.entry.seen : ""));
    }

    /** What it belonged to before, which people still know it by. */
    private Optional<String> former(Texts t, Unit unit) {
        return units.history(unit.code()).stream()
                .filter(version -> !Objects.equals(version.parent(), unit.parent()))
                .reduce((_, last) -> last)
                .flatMap(version -> Optional.ofNullable(version.parent())
                        .flatMap(parent -> units.nearest(parent, lastDay(version))))
                .map(parent -> t.of("search.units.former", t.either(parent.name(), parent.nameEn())));
    }

    private LocalDate lastDay(Unit version) {
        return version.validTo() == null ? BusinessTime.day(clock.instant()) : version.validTo();
    }

    private List<Entry> entries() {
        Index seen = index;
        String stamp = units.stamp();
        LocalDate today = BusinessTime.day(clock.instant());
        if (seen == null || !seen.stamp.equals(stamp) || !seen.day.equals(today)) {
            seen = new Index(
                    stamp, today, units.search("").stream().map(this::entry).toList());
            index = seen;
        }
        return seen.entries;
    }

    private Entry entry(Unit unit) {
        return new Entry(
                unit,
                names(units.history(unit.code()))
                        .map(NameSearchKey::of)
                        .flatMap(name -> Stream.of(name, KIND.matcher(name).replaceFirst("")))
                        .distinct()
                        .toList(),
                NameSearchKey.of(units.history(unit.code()).stream()
                        .flatMap(version -> names(units.path(unit.code(), lastDay(version))))
                        .distinct()
                        .collect(Collectors.joining(" "))),
                lastDay(unit));
    }

    /** In both languages. */
    private static Stream<String> names(List<Unit> versions) {
        return versions.stream()
                .flatMap(version -> Stream.of(Optional.of(version.name()), Optional.ofNullable(version.nameEn())))
                .flatMap(Optional::stream);
    }
}
