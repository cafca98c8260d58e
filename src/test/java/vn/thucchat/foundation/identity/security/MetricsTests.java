package vn.thucchat.foundation.identity.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.thucchat.testing.ApplicationTest;

/** What is measured is explained, no route goes unmeasured, and not everybody reads it. */
@ApplicationTest
@NullMarked
class MetricsTests {

    @Autowired
    MeterRegistry meters;

    @Autowired
    MockMvc mvc;

    @Test
    void every_metric_is_explained() throws Exception {
        mvc.perform(post("/api/v1/payments/notifications/none"));
        mvc.perform(get("/sign-in"));
        var unexplained = meters.getMeters().stream()
                .map(meter -> meter.getId())
                .filter(id -> id.getDescription() == null || id.getDescription().isBlank())
                .map(id -> id.getName())
                .collect(Collectors.toSet());
        assertThat(unexplained).isEmpty();
        assertThat(meters.getMeters().stream().map(meter -> meter.getId().getName()))
                .contains(
                        "payments.notifications",
                        "payments.webhooks.waiting",
                        "thucchat.rollups.facts",
                        "thucchat.rollups.failures",
                        "thucchat.rollups.lag.seconds");
    }

    @Test
    void every_route_is_measured(
            @Autowired List<RequestMappingHandlerMapping> mappings,
            @Value("${management.metrics.web.server.max-uri-tags}") int most) {
        long routes = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(route -> route.getPatternValues().stream())
                .distinct()
                .count();
        assertThat(routes).as("the premise: more than are measured unasked").isGreaterThan(100);
        // redirects, unknown paths, static files and the root have names of their own
        assertThat(most).isGreaterThan((int) routes + 10);
    }

    @Test
    void the_metrics_are_read_on_the_same_machine_or_by_who_bears_the_token() {
        var here = new MetricsDoor("");
        assertThat(here.opens(from("127.0.0.1"))).isTrue();
        assertThat(here.opens(from("0:0:0:0:0:0:0:1"))).isTrue();
        assertThat(here.opens(from("203.0.113.7"))).isFalse();
        var proxied = from("127.0.0.1");
        proxied.addHeader("X-Forwarded-For", "203.0.113.7");
        assertThat(here.opens(proxied)).isFalse();

        var borne = new MetricsDoor("a-long-token");
        assertThat(borne.opens(from("127.0.0.1"))).isFalse();
        var bearer = from("203.0.113.7");
        bearer.addHeader("Authorization", "Bearer a-long-token");
        assertThat(borne.opens(bearer)).isTrue();
        var other = from("203.0.113.7");
        other.addHeader("Authorization", "Bearer a-long-tokem");
        assertThat(borne.opens(other)).isFalse();
    }

    @Test
    void a_stranger_is_told_how_to_ask() throws Exception {
        var answer = mvc.perform(get("/actuator/prometheus").with(request -> {
                    request.setRemoteAddr("203.0.113.7");
                    return request;
                }))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isIn(401, 404);
    }

    private static MockHttpServletRequest from(String address) {
        var request = new MockHttpServletRequest("GET", MetricsDoor.PATH);
        request.setRemoteAddr(address);
        return request;
    }
}
