package vn.thucchat.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test class that allows an answer a second or a few. {@code ./test} runs these after its two processes, alone on the
 * machine: beside another process they would measure that one too.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("time-limited")
public @interface TimeLimited {}
