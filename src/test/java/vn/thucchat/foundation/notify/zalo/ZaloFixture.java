package vn.thucchat.foundation.notify.zalo;

import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.testing.TestTime;

/** Zalo as the tests' application is connected to it. */
@NullMarked
@TestComponent
public class ZaloFixture implements DisposableBean {

    private final ZaloSink sink = new ZaloSink();

    /** Zalo itself. */
    public ZaloSink sink() {
        return sink;
    }

    /** The header by which Zalo signs what it tells. */
    public String signature(String body, String timestamp) {
        ZaloSettings settings = sink.settings();
        return "mac=" + Sha256.hex(settings.appId() + body + timestamp + settings.webhookSecret());
    }

    /** Connects the application to Zalo, as an administrator does once. */
    public void connect(JdbcClient jdbc, Seal seal) {
        sink.refreshable();
        new ZaloConnectionStore(jdbc, seal).connect("4321", "refresh-token-of-the-start", TestTime.now());
    }

    @Bean
    @Primary
    ZaloSettings sinkZalo() {
        return sink.settings();
    }

    @Override
    public void destroy() {
        sink.close();
    }
}
