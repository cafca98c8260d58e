package vn.thucchat.foundation.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** All threads of a kind of heavy work at work, until closed. */
public final class BusyWork implements AutoCloseable {

    private final CountDownLatch end = new CountDownLatch(1);

    /** Waits until they have begun. */
    public void keep(HeavyWork work) throws InterruptedException {
        int threads = work.threads();
        var begun = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++)
            Thread.ofVirtual()
                    .start(() -> work.run(() -> {
                        begun.countDown();
                        return ended();
                    }));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private boolean ended() {
        try {
            return end.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end.countDown();
    }
}
