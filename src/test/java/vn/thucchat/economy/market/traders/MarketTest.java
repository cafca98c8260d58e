package vn.thucchat.economy.market.traders;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Statements;

/** The whole application with the fixture of markets. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationTest
@Import({MarketFixture.class, Statements.class})
public @interface MarketTest {}
