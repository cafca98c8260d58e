package vn.thucchat.foundation.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Ends an exchange when its time is over, wherever it is: looking up the name, connecting, shaking hands, reading head
 * or body. The exchange runs in a virtual thread of its own, whose interruption closes the socket that it waits for
 * (see {@link java.net.Socket}); the caller never waits longer than the deadline.
 */
final class TotalDeadline implements ClientHttpRequestInterceptor {

    private final Duration deadline;
    private final int maxBodyBytes;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("outbound-", 0).factory());

    TotalDeadline(Duration deadline, int maxBodyBytes) {
        this.deadline = deadline;
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        var exchange = new Exchange();
        Future<?> running = threads.submit(() -> exchange.run(request, body, execution));
        try {
            return exchange.whole.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            var late = OutboundException.of(new InterruptedIOException("After " + deadline));
            // an answer whose head came has a status, whatever becomes of its body
            BufferedResponse head = exchange.head;
            if (head != null) return head.withoutBody(late);
            throw late;
        } catch (ExecutionException e) {
            throw OutboundException.of(e.getCause() instanceof Exception cause ? cause : e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw OutboundException.of(new InterruptedIOException("Interrupted"));
        } finally {
            running.cancel(true);
        }
    }

    private final class Exchange {
        private final CompletableFuture<BufferedResponse> whole = new CompletableFuture<>();
        private volatile @Nullable BufferedResponse head;

        void run(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
            try (ClientHttpResponse response = execution.execute(request, body)) {
                BufferedResponse answer = BufferedResponse.headOf(response);
                head = answer;
                whole.complete(answer.withBodyOf(response, maxBodyBytes));
            } catch (Exception e) {
                whole.completeExceptionally(e);
            }
        }
    }
}
