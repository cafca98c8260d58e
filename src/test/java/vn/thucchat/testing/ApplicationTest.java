package vn.thucchat.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a random port, on a database of its own without demonstration data, with a clock that the
 * test moves. Classes share one application: build what you need under names of your own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"thucchat.demo=false", "thucchat.webhooks.private-addresses=true"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({MovableClock.Provided.class, TestReach.class, ApiTraffic.class})
public @interface ApplicationTest {}
