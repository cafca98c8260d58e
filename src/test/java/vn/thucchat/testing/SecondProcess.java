package vn.thucchat.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test class that {@code ./test} runs in the second of its two processes. Those with the demonstration are there, so that
 * it is loaded once; so are those with a browser or a process of their own, so that both take about as long ({@code
 * target/second-process.log} and the output of the first end with their times). Never an {@link ApplicationTest}, as both
 * would start that application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("second-process")
public @interface SecondProcess {}
