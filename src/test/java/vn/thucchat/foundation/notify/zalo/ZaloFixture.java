package vn.thucchat.foundation.notify.zalo;

import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Zalo as the tests' application is connected to it. */
@NullMarked
@TestComponent
public class ZaloFixture implements DisposableBean {

    private final ZaloSink sink = new ZaloSink();

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
