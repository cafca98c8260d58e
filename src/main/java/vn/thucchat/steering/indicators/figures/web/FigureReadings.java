package vn.thucchat.steering.indicators.figures.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;

/** Finds the ways in which a figure is known to a reader, the one that comes first being shown. */
@Component
record FigureReadings(Figures figures) {

    List<Figure> of(Actor actor, FigureSubject subject) {
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

    static @Nullable Figure shown(List<Figure> readings, @Nullable String reading) {
        return readings.stream()
                .filter(figure ->
                        reading == null || FigureFormat.reading(figure).equals(reading))
                .findFirst()
                .orElse(null);
    }
}
