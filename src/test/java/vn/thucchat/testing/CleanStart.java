package vn.thucchat.testing;

import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Takes from a test class what those before it left in the application that they share and that nobody can give a name
 * of their own: the hour, and the failed sign-ins of this machine's address.
 */
final class CleanStart extends AbstractTestExecutionListener {

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeTestClass(TestContext context) {
        var application = context.getApplicationContext();
        application.getBean(MovableClock.class).moveTo(TestTime.now());
        application
                .getBean(JdbcClient.class)
                .sql("DELETE FROM identity.attempt")
                .update();
    }
}
