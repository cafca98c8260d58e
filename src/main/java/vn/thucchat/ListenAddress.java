package vn.thucchat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.NullMarked;

/**
 * Decides before the application starts whether the demonstration may come on by itself, and where the platform
 * listens. The demonstration's passwords are printed in the README: it comes on unasked only in the embedded database
 * while nobody real is in it, and then only this machine is listened to, unless {@code ADDRESS} says otherwise.
 */
@NullMarked
record ListenAddress(String demo, String address) {

    private static final String LOOPBACK = "127.0.0.1";

    /** @param unused whether nobody real is in the embedded database; asked only where it matters */
    static ListenAddress decide(Map<String, String> environment, BooleanSupplier unused) {
        String wanted = environment.getOrDefault("DEMO", "").strip().toLowerCase(Locale.ROOT);
        boolean embedded = environment.getOrDefault("DATABASE_URL", "").isBlank();
        String demo = wanted.isEmpty() && !embedded ? "false" : wanted;
        String address = environment.getOrDefault("ADDRESS", "").strip();
        boolean on = demo.equals("true") || (!demo.equals("false") && unused.getAsBoolean());
        return new ListenAddress(demo, address.isEmpty() && on ? LOOPBACK : address);
    }

    /** Sets what the application reads, and says on the console what is not as one might expect. */
    static void prepare(Map<String, String> environment) {
        var listening = decide(environment, ListenAddress::unused);
        System.setProperty("thucchat.demo", listening.demo);
        if (!listening.address.isEmpty()) System.setProperty("server.address", listening.address);
        if (listening.address.equals(LOOPBACK)
                && environment.getOrDefault("ADDRESS", "").isBlank())
            System.out.printf(
                    "%nĐang chạy minh họa nên chỉ máy này vào được (%s). Cho máy khác vào: ADDRESS=0.0.0.0%n"
                            + "The demonstration is on, so only this machine is listened to (%1$s). For others: ADDRESS=0.0.0.0%n",
                    LOOPBACK);
    }

    /** Whether the database is as new, or holds the demonstration already. */
    private static boolean unused() {
        try (var connection = DriverManager.getConnection(
                        System.getProperty("spring.datasource.url"),
                        System.getProperty("spring.datasource.username"),
                        System.getProperty("spring.datasource.password"));
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("SELECT to_regclass('demonstration.step') IS NULL")) {
                if (row.next() && row.getBoolean(1)) return true;
            }
            try (var row = statement.executeQuery("SELECT EXISTS (SELECT 1 FROM demonstration.step)"
                    + " OR NOT EXISTS (SELECT 1 FROM identity.account)")) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
