package vn.thucchat.foundation.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Ends connections whose sender takes too long over a request: Tomcat itself only bounds the time between two bytes, and
 * one byte every few seconds would hold a connection for ever (OWASP ASVS 5.0, 13.1.2 and 15.2.2).
 */
public final class TimedHttp extends Http11NioProtocol {

    /** For the request line and all headers. */
    private volatile Duration headTime = Duration.ofSeconds(15);
    /** For the body, and one second more for each 4 KiB of it: what a poor mobile line still carries. */
    private volatile Duration bodyTime = Duration.ofSeconds(30);

    private static final int BYTES_A_SECOND = 4_096;
    private static final Duration LOOK = Duration.ofMillis(500);

    /** Requests that are being answered, and since when (nanoseconds). */
    private final Map<Request, Long> served = new ConcurrentHashMap<>();

    private volatile boolean running;

    @Configuration(proxyBeanMethods = false)
    static class Installed {
        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowSendersEnded() {
            return factory -> factory.setProtocol(TimedHttp.class.getName());
        }
    }

    void limit(Duration head, Duration body) {
        headTime = head;
        bodyTime = body;
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(new Timed(adapter));
    }

    @Override
    public void start() throws Exception {
        super.start();
        running = true;
        Thread.ofVirtual().name("slow-senders").start(this::watch);
    }

    @Override
    public void stop() throws Exception {
        running = false;
        super.stop();
    }

    private void watch() {
        while (running) {
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                return;
            }
            long now = System.nanoTime();
            for (var connection : getEndpoint().getConnections()) if (slowHead(connection, now)) connection.close();
            served.forEach((request, since) -> {
                if (slowBody(request, now - since)) end(request);
            });
        }
    }

    private boolean slowHead(SocketWrapperBase<NioChannel> connection, long now) {
        // between two bytes of a head the connection keeps its processor; while a request is answered it has none,
        // and before the first byte of the next the request has no beginning
        @Nullable Request request = connection.getCurrentProcessor() instanceof Processor of ? of.getRequest() : null;
        return request != null
                && request.getStartTimeNanos() >= 0
                && now - request.getStartTimeNanos() > headTime.toNanos();
    }

    private boolean slowBody(Request request, long elapsed) {
        long length = Math.max(0, request.getContentLengthLong());
        return elapsed > bodyTime.plusSeconds(length / BYTES_A_SECOND).toNanos() && !request.isFinished();
    }

    private void end(Request request) {
        request.action(org.apache.coyote.ActionCode.REQ_REMOTEPORT_ATTRIBUTE, null);
        request.action(org.apache.coyote.ActionCode.REQ_HOST_ADDR_ATTRIBUTE, null);
        String address = request.remoteAddr().toString();
        for (var connection : getEndpoint().getConnections())
            if (connection.getRemotePort() == request.getRemotePort() && address.equals(connection.getRemoteAddr()))
                connection.close();
    }

    /** Knows which requests are being answered. */
    private final class Timed implements Adapter {
        private final Adapter adapter;

        private Timed(Adapter adapter) {
            this.adapter = adapter;
        }

        @Override
        public void service(Request request, Response response) throws Exception {
            served.put(request, System.nanoTime());
            try {
                adapter.service(request, response);
            } finally {
                served.remove(request);
            }
        }

        @Override
        public boolean prepare(Request request, Response response) throws Exception {
            return adapter.prepare(request, response);
        }

        @Override
        public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
            return adapter.asyncDispatch(request, response, status);
        }

        @Override
        public void log(Request request, Response response, long time) {
            adapter.log(request, response, time);
        }

        @Override
        public void checkRecycled(Request request, Response response) {
            adapter.checkRecycled(request, response);
        }

        @Override
        public String getDomain() {
            return adapter.getDomain();
        }
    }
}
