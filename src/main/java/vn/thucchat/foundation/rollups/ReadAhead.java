package vn.thucchat.foundation.rollups;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads in a thread of its own while the caller works on what was read, so that the database and this process are both
 * at work. Nothing is lost or changes its order; a failure on either side ends both and is thrown to the caller.
 */
final class ReadAhead<T> {

    private static final int SOME = 2_000;

    private final BlockingQueue<List<T>> queue = new ArrayBlockingQueue<>(8);
    private final Consumer<Consumer<T>> source;
    private List<T> some = new ArrayList<>(SOME);
    private volatile @Nullable Throwable failure;
    private volatile boolean abandoned;

    private ReadAhead(Consumer<Consumer<T>> source) {
        this.source = source;
    }

    /** @param source calls what it is given with each element, in a thread of its own */
    static <T> void each(Consumer<Consumer<T>> source, Consumer<T> sink) {
        new ReadAhead<>(source).each(sink);
    }

    private void each(Consumer<T> sink) {
        Thread reader = Thread.ofPlatform().name("read-ahead").start(this::read);
        try {
            for (List<T> next = queue.take(); !next.isEmpty(); next = queue.take()) next.forEach(sink);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading", e);
        } finally {
            abandoned = true;
            reader.interrupt();
        }
        if (failure != null) throw new IllegalStateException("Reading failed", failure);
    }

    private void read() {
        try {
            source.accept(this::put);
            if (!some.isEmpty()) send();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        try {
            if (!abandoned) queue.put(List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(T element) {
        some.add(element);
        if (some.size() == SOME) send();
    }

    private void send() {
        try {
            queue.put(some);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody reads on", e);
        }
        some = new ArrayList<>(SOME);
    }
}
