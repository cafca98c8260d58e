package vn.thucchat.steering.indicators.figures.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;

/**
 * Finds the variants of one figure that a reader may see: real or invented, stated or computed, published or running. The
 * preferred variant comes first.
 */
@Component
@NamedInterface("explorer")
public record VisibleFigures(Figures figures) {

    public List<Figure> of(Actor actor, FigureSubject subject) {
        return figures
                .visible(
                        actor,
                        List.of(subject.unit().code()),
                        subject.period(),
                        subject.boundaries(),
                        List.of(subject.indicator()))
                .stream()
                .sorted(Figures.FIRST)
                .toList();
    }

    /** Picks the variant that an address names by its code; without one, the preferred variant. */
    public static @Nullable Figure chosen(List<Figure> variants, @Nullable String reading) {
        return variants.stream()
                .filter(figure ->
                        reading == null || FigureFormat.reading(figure).equals(reading))
                .findFirst()
                .orElse(null);
    }
}
