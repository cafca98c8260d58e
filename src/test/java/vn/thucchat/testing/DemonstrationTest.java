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
 * As {@link ApplicationTest}, with the demonstration province and its accounts ({@code lanhdao} and others, password
 * {@code thucchat-demo}). Classes share one application: leave what is there as it is.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"thucchat.demo=true", "thucchat.demo-trading=false"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = DemonstrationDatabase.class)
@Import({DemonstrationClock.class, Statements.class, ApiTraffic.class})
public @interface DemonstrationTest {}
