package vn.thucchat.foundation.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class HeavyWorkTests {

    private final BusyWork others = new BusyWork();

    @AfterEach
    void letGo() {
        others.close();
        TransactionSynchronizationManager.setActualTransactionActive(false);
    }

    private static <T> T inRequest(java.util.function.Supplier<T> work) {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        try {
            return work.get();
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    @Test
    void what_is_done_or_thrown_comes_back_from_a_platform_thread() {
        assertThat(HeavyWork.HASHING.run(() -> Thread.currentThread().isVirtual()))
                .isFalse();
        assertThatThrownBy(() -> HeavyWork.HASHING.run(() -> {
                    throw new IllegalArgumentException("so");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("so");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void heavy_threads_give_way_to_others() {
        assertThat(HeavyWork.HASHING.run(HeavyWorkTests::nice)).isEqualTo(4);
        assertThat(nice()).as("and nobody else does").isZero();
    }

    /** The nice value of this thread: field 19 of proc(5)'s stat, counted after the name in brackets. */
    private static int nice() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[16]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_request_waits_some_seconds_for_its_turn_and_is_told_to_come_back() throws Exception {
        others.keep(HeavyWork.PAPERS);
        long begin = System.nanoTime();
        assertThatThrownBy(() -> inRequest(() -> HeavyWork.PAPERS.run(() -> "never")))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status().value()).isEqualTo(503);
                    assertThat(problem.retryAfter()).isPositive();
                });
        assertThat(java.time.Duration.ofNanos(System.nanoTime() - begin)).isLessThan(java.time.Duration.ofSeconds(8));
    }

    @Test
    void of_many_that_wait_the_last_are_refused_at_once_and_the_preferred_go_first() throws Exception {
        others.keep(HeavyWork.PAPERS);
        List<String> order = new CopyOnWriteArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<String>>();
            for (int i = 0; i < HeavyWork.MOST_WAITING + 20; i++)
                all.add(threads.submit(() -> inRequest(() -> HeavyWork.PAPERS.run(() -> {
                    order.add("stranger");
                    return "done";
                }))));
            Thread.sleep(500);
            assertThat(all.stream().filter(one -> one.state() == Future.State.FAILED))
                    .hasSize(20);
            var known = threads.submit(() -> inRequest(() -> HeavyWork.PAPERS.run(true, () -> {
                order.add("known");
                return "done";
            })));
            Thread.sleep(200);
            others.close();
            assertThat(known.get()).isEqualTo("done");
        }
        assertThat(order).hasSize(HeavyWork.MOST_WAITING + 1).first().isEqualTo("known");
    }

    @Test
    void a_request_that_holds_a_connection_is_refused() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        assertThatThrownBy(() -> inRequest(() -> HeavyWork.HASHING.run(() -> "x")))
                .isInstanceOf(IllegalStateException.class);
    }
}
