package vn.thucchat.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The whole application on a random port, on a database of its own without demonstration data, with a clock that the
 * test moves, and every room's {@link Fixtures}. All classes share one application, and nothing beside this annotation
 * may change it: build what you need under names of your own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "thucchat.demo=false",
            "thucchat.webhooks.private-addresses=true",
            // tests wait for jobs and for silence to be broken
            "db-scheduler.polling-interval=200ms",
            "thucchat.till-beat=1s"
        })
@AutoConfigureMockMvc
@TestExecutionListeners(listeners = CleanStart.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({MovableClock.Provided.class, TestReach.class, ApiTraffic.class, Statements.class, Fixtures.class})
public @interface ApplicationTest {}
