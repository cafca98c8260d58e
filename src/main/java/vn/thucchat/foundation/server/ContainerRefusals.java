package vn.thucchat.foundation.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What Tomcat answers by itself when it cannot even read the address or the headers of a request: in both languages,
 * because nothing is known of the reader, and without a word about the server.
 */
public final class ContainerRefusals extends ErrorReportValve {

    @Configuration(proxyBeanMethods = false)
    static class Installed {
        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerRefusals() {
            return factory -> factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host)
                    host.setErrorReportValveClass(ContainerRefusals.class.getName());
            });
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        String vietnamese = status < 500
                ? "Địa chỉ hoặc tiêu đề của yêu cầu không đúng hoặc quá dài. Hãy kiểm tra rồi thử lại. Chưa có gì bị thay đổi."
                : "Máy chủ gặp sự cố. Hãy thử lại sau ít phút.";
        String english = status < 500
                ? "The address or a header of the request is malformed or too long. Check it and try again. Nothing has been changed."
                : "Something went wrong at the server. Try again in a few minutes.";
        String accept = request.getHeader("Accept");
        boolean program = accept != null && accept.contains("json") && !accept.contains("html");
        String body = program
                ? """
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s · %s"}""".formatted(status < 500 ? "Bad Request" : "Server Error", status, vietnamese, english)
                : """
                <!doctype html><html lang="vi"><head><meta charset="utf-8"><title>%d · Thực Chất</title></head>
                <body><h1>%1$d</h1><p>%s</p><p lang="en">%s</p><p><a href="/">Thực Chất</a></p></body></html>
                """.formatted(status, vietnamese, english);
        response.setContentType(program ? "application/problem+json" : "text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        try {
            var writer = response.getReporter();
            if (writer == null) return;
            writer.write(body);
            response.finishResponse();
        } catch (IOException gone) {
            // the reader has left
        }
    }
}
