package vn.thucchat.testing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what the API answered in a run, and its description, for the comparison of both when all tests have run: of each
 * route and status the first answers.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ApiTraffic {

    private static final Logger LOG = LoggerFactory.getLogger(ApiTraffic.class);
    private static final Path FOLDER = RunFolder.PATH.resolve("api-traffic");
    private static final Path DESCRIPTION = FOLDER.resolve("openapi.json");
    private static final Path ANSWERS = FOLDER.resolve("answers.jsonl");
    private static final int OF_EACH = 40;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, AtomicInteger> SEEN = new ConcurrentHashMap<>();

    /** Of an earlier run nothing is left once an application starts. */
    private static final class OfThisRun {
        static final boolean CLEARED = FileSystemUtils.deleteRecursively(FOLDER.toFile());
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> apiTrafficKept() {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new Keeping());
        registration.addUrlPatterns("/api/v1/*", "/v3/api-docs");
        LOG.debug("Kept in {}; cleared before: {}", FOLDER, OfThisRun.CLEARED);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** The description, and what was answered; both of the last run. */
    public static byte[] description() throws IOException {
        return Files.readAllBytes(RunFolder.all("api-traffic/openapi.json").getFirst());
    }

    public static List<ApiContract.Answer> answers() throws IOException {
        var answers = new ArrayList<ApiContract.Answer>();
        for (Path file : RunFolder.all("api-traffic/answers.jsonl"))
            for (String line : Files.readAllLines(file)) answers.add(JSON.readValue(line, ApiContract.Answer.class));
        return answers;
    }

    private static final class Keeping extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            // has no body to compare, and says itself how long it would be
            if (request.getMethod().equals("HEAD")) {
                chain.doFilter(request, response);
                return;
            }
            var kept = new ContentCachingResponseWrapper(response);
            try {
                chain.doFilter(request, kept);
                keep(request, kept);
            } finally {
                kept.copyBodyToResponse();
            }
        }

        private static void keep(HttpServletRequest request, ContentCachingResponseWrapper kept) throws IOException {
            String path = request.getRequestURI();
            String body = ApiContract.text(kept.getContentAsByteArray());
            if (path.equals("/v3/api-docs")) {
                if (kept.getStatus() == 200 && !Files.exists(DESCRIPTION))
                    write(DESCRIPTION, body, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
                return;
            }
            String kind = request.getMethod() + " " + path.replaceFirst("(/api/v1/[^/]+/[^/]+).*", "$1") + " "
                    + path.split("/").length + " " + kept.getStatus();
            if (SEEN.computeIfAbsent(kind, _ -> new AtomicInteger()).getAndIncrement() >= OF_EACH) return;
            var answer = new ApiContract.Answer(
                    request.getMethod(),
                    path,
                    kept.getStatus(),
                    Objects.requireNonNullElse(kept.getContentType(), ""),
                    body);
            write(
                    ANSWERS,
                    JSON.writeValueAsString(answer) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }

        private static void write(Path file, String text, StandardOpenOption... how) throws IOException {
            synchronized (SEEN) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text, how);
            }
        }
    }
}
