package vn.thucchat.foundation.units;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.Composition.Part;
import vn.thucchat.foundation.units.Composition.Undivided;

/**
 * Answers which units of one day make up a unit in the boundaries of another. It thinks in the smallest places: a unit
 * belongs wholly to a target when every place that it came to (or came from) lies in the target.
 */
final class Composer {

    private record Journey(LocalDate day, LocalDate boundaries) {}

    private final Gazetteer gazetteer;
    private final Lineage places;
    private final Lineage agencies;
    private final Map<Journey, Map<UnitCode, Image>> placeImages = new ConcurrentHashMap<>();

    Composer(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        places = new Lineage(gazetteer, false);
        agencies = new Lineage(gazetteer, true);
    }

    /** Both days are the first of their eras. */
    Composition compose(Collection<UnitCode> targets, LocalDate boundaries, LocalDate day) {
        var answer = new Answer(targets);
        DayView there = gazetteer.on(boundaries);
        if (boundaries.equals(day)) {
            for (UnitCode target : answer.parts.keySet()) {
                Unit unit = there.get(target);
                if (unit == null) continue;
                answer.whole(target, unit);
                for (Unit below : there.below(target)) answer.whole(target, below);
            }
            return answer.composition();
        }
        DayView here = gazetteer.on(day);
        var images = placeImages.computeIfAbsent(new Journey(day, boundaries), journey -> new ConcurrentHashMap<>());
        for (Unit source : here.all()) {
            Unit place = here.place(source.code());
            if (place != null) {
                Image image = images.computeIfAbsent(place.code(), code -> image(here.leaves(code), day, boundaries));
                boolean smallest = here.isLeaf(place.code());
                answer.add(source, image, there, target -> admits(target, place, smallest), place.kind());
            }
            if (!DayView.isPlace(source)) {
                Image image = agencies.images(day, boundaries).getOrDefault(source.code(), new Image());
                answer.add(source, image, there, target -> !DayView.isPlace(target), source.kind());
            }
        }
        return answer.composition();
    }

    private Image image(List<UnitCode> leaves, LocalDate day, LocalDate boundaries) {
        Map<UnitCode, Image> travelled = places.images(day, boundaries);
        var images = leaves.stream()
                .map(leaf -> travelled.getOrDefault(leaf, new Image()))
                .toList();
        return images.size() == 1 ? images.getFirst() : Image.union(images);
    }

    /**
     * A province's own number is no commune's, even if the two cover the same ground. And the places on record need
     * not be the whole nation: what is the nation's never belongs to a part of it.
     */
    private static boolean admits(Unit target, Unit place, boolean smallest) {
        if (!DayView.isPlace(target)) return false;
        if (place.kind().level() == UnitKind.Level.NATION) return target.kind().level() == UnitKind.Level.NATION;
        return smallest || place.kind().level().compareTo(target.kind().level()) >= 0;
    }

    private interface Admission {
        boolean to(Unit target);
    }

    /** The answer while it is put together. */
    private static final class Answer {
        private final Map<UnitCode, List<Part>> parts = new LinkedHashMap<>();
        private final Map<UnitCode, List<Undivided>> undivided = new LinkedHashMap<>();
        private final Set<UnitCode> unknown = new TreeSet<>();
        private final Map<UnitCode, List<Unit>> above = new HashMap<>();

        Answer(Collection<UnitCode> targets) {
            for (UnitCode target : targets) {
                parts.put(target, new ArrayList<>());
                undivided.put(target, new ArrayList<>());
            }
        }

        void whole(UnitCode target, Unit source) {
            list(parts, target).add(new Part(source.code(), null));
        }

        void add(Unit source, Image image, DayView there, Admission admission, UnitKind kind) {
            var touched = new LinkedHashMap<UnitCode, Set<UnitCode>>();
            for (UnitCode piece : image.units())
                for (Unit above : targetsAbove(piece, there))
                    if (admission.to(above))
                        touched.computeIfAbsent(above.code(), code -> new LinkedHashSet<>())
                                .add(piece);
            touched.forEach((target, inside) -> {
                if (inside.size() == image.units().size()) whole(target, source);
                else if (!image.known()) unknown.add(source.code());
                else {
                    BigDecimal share = image.share(inside::contains);
                    if (share != null) list(parts, target).add(new Part(source.code(), share));
                    else list(undivided, target).add(new Undivided(source.code(), heirs(image, there, kind)));
                }
            });
        }

        private List<Unit> targetsAbove(UnitCode piece, DayView there) {
            return above.computeIfAbsent(
                    piece,
                    code -> there.upwards(code).stream()
                            .filter(unit -> parts.containsKey(unit.code()))
                            .toList());
        }

        /** The heirs on the level of the unit itself where there is one, else the smallest places. */
        private static List<UnitCode> heirs(Image image, DayView there, UnitKind kind) {
            var heirs = new TreeSet<UnitCode>();
            for (UnitCode piece : image.units()) {
                heirs.add(there.upwards(piece).stream()
                        .filter(above -> above.kind().level() == kind.level())
                        .findFirst()
                        .map(Unit::code)
                        .orElse(piece));
            }
            return List.copyOf(heirs);
        }

        private static <T> List<T> list(Map<UnitCode, List<T>> map, UnitCode target) {
            @Nullable List<T> list = map.get(target);
            if (list == null) throw new IllegalArgumentException("Not asked for: " + target);
            return list;
        }

        Composition composition() {
            parts.replaceAll((target, list) -> List.copyOf(list));
            undivided.replaceAll((target, list) -> List.copyOf(list));
            return new Composition(
                    Collections.unmodifiableMap(parts),
                    Collections.unmodifiableMap(undivided),
                    Collections.unmodifiableSet(unknown));
        }
    }
}
