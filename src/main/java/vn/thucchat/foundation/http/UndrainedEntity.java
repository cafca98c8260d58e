package vn.thucchat.foundation.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Body that is left where reading stopped. Apache's streams read on to the body's end when they are closed, so that the
 * connection can be used again; here none is, and the end may never come.
 */
final class UndrainedEntity extends HttpEntityWrapper {

    /** Puts itself around the body of each answer; the connection is closed with the answer. */
    static final ExecChainHandler HANDLER = (request, scope, chain) -> {
        ClassicHttpResponse response = chain.proceed(request, scope);
        HttpEntity body = response.getEntity();
        if (body != null) response.setEntity(new UndrainedEntity(body));
        return response;
    };

    private UndrainedEntity(HttpEntity body) {
        super(body);
    }

    @Override
    public InputStream getContent() throws IOException {
        return new FilterInputStream(super.getContent()) {
            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
