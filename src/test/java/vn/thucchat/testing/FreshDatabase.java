package vn.thucchat.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import vn.thucchat.foundation.database.ApplicationRole;

/** Gives an application context a database of its own. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + TestDatabase.fresh().bareUrl(),
                        "spring.datasource.username=" + ApplicationRole.NAME,
                        "spring.flyway.user=postgres",
                        "spring.flyway.password=",
                        "thucchat.data-dir=" + TestDatabase.DATA,
                        "spring.datasource.hikari.maximum-pool-size=10",
                        "spring.datasource.hikari.minimum-idle=1")
                .applyTo(context);
    }
}
