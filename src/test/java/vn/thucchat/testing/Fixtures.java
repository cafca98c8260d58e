package vn.thucchat.testing;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import vn.thucchat.ThucChat;

/**
 * Registers the fixtures of every room, which are the classes annotated {@link TestComponent}: imported by some test
 * classes and not by others, each would be one more application.
 */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(
        basePackageClasses = ThucChat.class,
        useDefaultFilters = false,
        includeFilters = @Filter(TestComponent.class),
        excludeFilters = @Filter(TestConfiguration.class))
class Fixtures {}
