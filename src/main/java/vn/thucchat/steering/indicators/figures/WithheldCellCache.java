package vn.thucchat.steering.indicators.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.Position;
import vn.thucchat.steering.indicators.definitions.Period;

/**
 * Keeps for some seconds which cells are withheld: to find them, the months of all units of a year are read and set
 * against one another, which no request of a stranger may do each time. A kept answer holds until more facts are counted.
 */
@Component
final class WithheldCellCache {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    /** Cells and published figures of all answers, of about 100 bytes each. */
    private static final int MOST_KEPT = 1_000_000;

    /**
     * All that an answer depends on but the facts.
     *
     * @param asked a period that may be published next
     * @param live whether provinces' and districts' are shown as they run
     * @param gazetteer the state of the places
     */
    record Question(
            Set<Disclosure.Portion> portions,
            boolean synthetic,
            Set<PublicSums.Published> published,
            Period asked,
            boolean live,
            String gazetteer) {}

    /** Where answers come from. */
    @FunctionalInterface
    interface Source {
        /** From the facts as they are counted now, whatever is kept. */
        Source FRESH = (_, find) -> find.get();

        Set<PublicSums.Cell> of(Question question, Supplier<Set<PublicSums.Cell>> find);
    }

    /** @param since when the facts began to be read, in nanoseconds of the clock */
    private record Answer(Set<PublicSums.Cell> cells, Position position, long since) {}

    private final LongSupplier nanoTime;
    private final Cache<Question, Answer> kept;
    /** Kept answers of which somebody finds the next. */
    private final Set<Question> finding = ConcurrentHashMap.newKeySet();

    WithheldCellCache() {
        this(System::nanoTime);
    }

    WithheldCellCache(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        Weigher<Question, Answer> weigher = (question, answer) ->
                1 + question.published().size() + answer.cells().size();
        this.kept = Caffeine.newBuilder()
                .maximumWeight(MOST_KEPT)
                .weigher(weigher)
                .ticker(nanoTime::getAsLong)
                .expireAfterWrite(LONGEST)
                .build();
    }

    /** Answers from the facts that were counted up to a position of the log. */
    Source at(Position position) {
        return (question, find) -> find(question, position, find);
    }

    /**
     * As {@link #at}; but while one request finds the next answer, the others get the last, as long as it is not older
     * than ten seconds.
     */
    Source recent(Position position) {
        return (question, find) -> {
            Answer last = kept.getIfPresent(question);
            if (last == null || !young(last) || counted(last, position)) return find(question, position, find);
            if (!finding.add(question)) return last.cells();
            try {
                return find(question, position, find);
            } finally {
                finding.remove(question);
            }
        };
    }

    /** Finds an answer once for all who ask for it at a time. */
    private Set<PublicSums.Cell> find(Question question, Position position, Supplier<Set<PublicSums.Cell>> find) {
        Answer last = kept.getIfPresent(question);
        if (last != null && counted(last, position)) return last.cells();
        Answer answer = kept.asMap().compute(question, (_, meanwhile) -> {
            // who waited for it takes it however long it took: it is of the facts that were asked for
            if (meanwhile != null && counted(meanwhile, position)) return meanwhile;
            long since = nanoTime.getAsLong();
            return new Answer(find.get(), position, since);
        });
        return Objects.requireNonNull(answer).cells();
    }

    private static boolean counted(Answer answer, Position position) {
        return answer.position().compareTo(position) >= 0;
    }

    private boolean young(Answer answer) {
        return nanoTime.getAsLong() - answer.since() < LONGEST.toNanos();
    }
}
