package vn.thucchat.economy.market.traders;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.thucchat.testing.ApplicationTest;

/** The whole application, for tests of markets; the same one as of {@link ApplicationTest}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationTest
public @interface MarketTest {}
