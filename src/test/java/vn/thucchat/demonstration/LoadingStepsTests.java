package vn.thucchat.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.thucchat.testing.StoreTest;

/** Loading that dies on the way goes on where it was; {@link LoadingTests} shows the same of the whole province. */
@NullMarked
class LoadingStepsTests extends StoreTest {

    private static final List<String> STEPS = List.of("first", "second", "third", "fourth");

    /** Steps in which the process dies, once each, when all they do is done. */
    private final Set<String> deadly = new HashSet<>();

    private final List<Days> days = new ArrayList<>();
    private Instant now = Instant.parse("2022-08-08T02:00:00Z");

    private static final class Killed extends RuntimeException {}

    @BeforeEach
    void table() {
        jdbc.sql("CREATE TABLE public.acted (position serial, name text)").update();
    }

    @Test
    void what_a_killed_step_did_is_undone_and_every_step_is_done_once() {
        var loading = new Loading(
                new StepStore(jdbc),
                List.of(room(STEPS.subList(0, 2)), room(STEPS.subList(2, 4))),
                () -> now,
                new JdbcTransactionManager(pool));
        deadly.addAll(STEPS);
        for (String step : STEPS) {
            assertThatThrownBy(() -> loading.load(name -> {})).as(step).isInstanceOf(Killed.class);
            // it is started again on another day
            now = now.plus(Duration.ofDays(1));
        }
        assertThat(acted()).as("premise: all but the last are done").containsExactlyElementsOf(STEPS.subList(0, 3));
        loading.load(name -> {});
        loading.load(name -> {});
        assertThat(acted()).containsExactlyElementsOf(STEPS);
        assertThat(days).as("the same days every time").containsOnly(days.getFirst());
    }

    private DemonstrationStep room(List<String> steps) {
        return new DemonstrationStep() {
            @Override
            public void load(Days those, BiConsumer<String, Runnable> step) {
                days.add(those);
                for (String name : steps)
                    step.accept(name, () -> {
                        jdbc.sql("INSERT INTO public.acted (name) VALUES (:name)")
                                .param("name", name)
                                .update();
                        if (deadly.remove(name)) throw new Killed();
                    });
            }
        };
    }

    private List<String> acted() {
        return jdbc.sql("SELECT name FROM public.acted ORDER BY position")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
