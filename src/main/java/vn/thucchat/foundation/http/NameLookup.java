package vn.thucchat.foundation.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Resolves host names on a bounded set of threads. The system's resolver holds its thread until it answers, which the
 * few carrier threads of virtual threads must not be held for, and may hang for longer than anybody waits.
 */
final class NameLookup {

    static final int MAX_CONCURRENT = 256;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Resolver of names, in the application the system's. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** A name has an address that the client may not connect to. */
    static final class ForbiddenAddressException extends UnknownHostException {
        ForbiddenAddressException(String host) {
            super(host);
        }
    }

    /** A name was not resolved in time, or too many look-ups hang. */
    static final class LookupTimeoutException extends UnknownHostException {
        LookupTimeoutException(String host) {
            super(host);
        }
    }

    private final Resolver resolver;
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            MAX_CONCURRENT,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("outbound-names").factory());

    NameLookup(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Resolves names for one client. HttpClient asks once for each connection and connects to what it was given, so
     * that no second look-up can lead elsewhere. A name with one forbidden address is refused whole.
     */
    DnsResolver allowing(InetAddressFilter allowed) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                InetAddress[] addresses = lookUp(host);
                for (InetAddress address : addresses)
                    if (!allowed.matches(address)) throw new ForbiddenAddressException(host);
                return addresses;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        try {
            Future<InetAddress[]> lookup = threads.submit(() -> resolver.resolve(host));
            return lookup.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | RejectedExecutionException e) {
            throw new LookupTimeoutException(host);
        } catch (ExecutionException e) {
            throw new UnknownHostException(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LookupTimeoutException(host);
        }
    }
}
