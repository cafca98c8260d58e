package vn.thucchat.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the SQL statements that a thread sends: a page must not send more of them the more it shows. */
public final class Statements implements BeanPostProcessor {

    private static final Set<String> STATEMENTS = Set.of("prepareStatement", "prepareCall", "createStatement");
    private static final ThreadLocal<Integer> SENT = ThreadLocal.withInitial(() -> 0);

    /** How many statements this thread sent while it did something; what other threads do meanwhile does not count. */
    public static int during(Callable<?> something) throws Exception {
        int before = SENT.get();
        something.call();
        return SENT.get() - before;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool && !(bean instanceof Counting) ? new Counting(pool) : bean;
    }

    private static final class Counting extends DelegatingDataSource {

        Counting(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Statements.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                        if (STATEMENTS.contains(method.getName())) SENT.set(SENT.get() + 1);
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
