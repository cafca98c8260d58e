package vn.thucchat.foundation.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A look at the PostgreSQL that {@code DATABASE_URL} names, before anything else starts: what its administrator has to
 * mend is said in words, in both languages.
 */
final class NamedDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(NamedDatabase.class);
    private static final String ONE_ROLE =
            "Vai {} vừa sở hữu vừa dùng các bảng: hãy đặt DATABASE_OWNER để ứng dụng chạy với vai ít quyền hơn."
                    + " · The role {} both owns and uses the tables: name a DATABASE_OWNER, and let the application run as a role that may do less.";
    private static final int OLDEST = 16;
    private static final int TIMEOUT_SECONDS = 10;
    private static final int STARTING_TRIES = 60;

    /** Why the database cannot be used, and what to do. {@code %s} is the address, then what the server said. */
    enum Refusal {
        NOT_AN_ADDRESS(
                "DATABASE_URL phải có dạng jdbc:postgresql://máy:5432/tên-cơ-sở-dữ-liệu (người dùng và mật khẩu ở DATABASE_USER, DATABASE_PASSWORD).",
                "DATABASE_URL must look like jdbc:postgresql://host:5432/database (user and password go into DATABASE_USER, DATABASE_PASSWORD)."),
        UNREACHABLE(
                "Không kết nối được tới máy chủ PostgreSQL. Hãy kiểm tra địa chỉ, cổng và máy chủ có đang chạy không, rồi khởi động lại.",
                "The PostgreSQL server cannot be reached. Check the address and the port and that the server runs, then start again."),
        STARTING(
                "Máy chủ PostgreSQL đang khởi động hoặc đang dừng. Hãy đợi rồi khởi động lại.",
                "The PostgreSQL server is starting up or shutting down. Wait, then start again."),
        NOT_LET_IN(
                "Máy chủ PostgreSQL không nhận người dùng hoặc mật khẩu này. Hãy kiểm tra DATABASE_USER, DATABASE_PASSWORD và pg_hba.conf.",
                "The PostgreSQL server did not accept this user or password. Check DATABASE_USER, DATABASE_PASSWORD and pg_hba.conf."),
        NO_SUCH_DATABASE(
                "Cơ sở dữ liệu này chưa có. Hãy tạo bằng: CREATE DATABASE … OWNER … ENCODING 'UTF8'",
                "There is no such database. Make it with: CREATE DATABASE … OWNER … ENCODING 'UTF8'"),
        FULL(
                "Máy chủ PostgreSQL đã hết số kết nối cho phép. Hãy tăng max_connections hoặc đóng bớt kết nối.",
                "The PostgreSQL server has no connections left. Raise max_connections or close some."),
        TOO_OLD(
                "Cần PostgreSQL " + OLDEST
                        + " trở lên. Hãy nâng cấp máy chủ, hoặc bỏ DATABASE_URL để dùng máy chủ đi kèm.",
                "PostgreSQL " + OLDEST
                        + " or newer is needed. Upgrade the server, or unset DATABASE_URL to use the one that comes with the platform."),
        READ_ONLY(
                "Máy chủ này chỉ cho đọc (bản sao dự phòng). Hãy trỏ DATABASE_URL tới máy chủ chính.",
                "This server can only be read (a standby). Point DATABASE_URL to the primary."),
        NOT_UTF8(
                "Cơ sở dữ liệu phải dùng bảng mã UTF8. Hãy tạo lại bằng: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0",
                "The database must be encoded in UTF8. Make it anew with: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0"),
        MAY_NOT_CREATE(
                "Người dùng này không được tạo schema. Hãy chạy: GRANT CREATE ON DATABASE … TO … (hoặc cho làm chủ cơ sở dữ liệu).",
                "This user may not create schemas. Run: GRANT CREATE ON DATABASE … TO … (or make it the owner)."),
        OTHER(
                "Không dùng được cơ sở dữ liệu này; xem lời của máy chủ bên dưới.",
                "This database cannot be used; see what the server said below.");

        private final String vietnamese;
        private final String english;

        Refusal(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }
    }

    /** @param said by the server or its driver */
    record Refused(Refusal why, String said) {}

    private NamedDatabase() {}

    /** Ends the process when the database cannot be used by its owner, or by the application. */
    static void demand(Map<String, String> environment) {
        String url = environment.getOrDefault("DATABASE_URL", "");
        String user = environment.getOrDefault("DATABASE_USER", "postgres");
        String password = environment.getOrDefault("DATABASE_PASSWORD", "");
        String owner = environment.getOrDefault("DATABASE_OWNER", "");
        if (owner.isBlank()) {
            look(url, user, password, OLDEST).ifPresent(refused -> end(url, user, refused));
            LOG.warn(ONE_ROLE, user, user);
            return;
        }
        look(url, owner, environment.getOrDefault("DATABASE_OWNER_PASSWORD", ""), OLDEST)
                .ifPresent(refused -> end(url, owner, refused));
        look(url, user, password, OLDEST)
                // the owner makes what is needed
                .filter(refused -> refused.why != Refusal.MAY_NOT_CREATE)
                .ifPresent(refused -> end(url, user, refused));
    }

    private static void end(String url, String user, Refused refused) {
        System.err.printf(
                "%n%s%n%s%n  %s (%s)%n  %s%n%n",
                refused.why.vietnamese,
                refused.why.english,
                // an address may carry a password among its parameters
                url.replaceAll("[?].*", "").replaceAll("//[^/@]*@", "//…@"),
                user,
                refused.said);
        System.exit(69);
    }

    static Optional<Refused> look(String url, String user, String password, int oldest) {
        if (!url.startsWith("jdbc:postgresql:")) return Optional.of(new Refused(Refusal.NOT_AN_ADDRESS, ""));
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", Integer.toString(TIMEOUT_SECONDS));
        properties.setProperty("loginTimeout", Integer.toString(TIMEOUT_SECONDS));
        for (int tries = 1; ; tries++) {
            try (Connection connection = DriverManager.getConnection(url, properties);
                    Statement statement = connection.createStatement()) {
                return look(connection, statement, oldest);
            } catch (SQLException e) {
                Refusal why = why(e);
                if (why != Refusal.STARTING || tries >= STARTING_TRIES)
                    return Optional.of(new Refused(why, String.valueOf(e.getMessage())));
            }
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of(new Refused(Refusal.STARTING, ""));
            }
        }
    }

    private static Optional<Refused> look(Connection connection, Statement statement, int oldest) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < oldest) return Optional.of(new Refused(Refusal.TOO_OLD, "PostgreSQL " + version));
        try (var row = statement.executeQuery("""
                SELECT pg_is_in_recovery(), current_setting('server_encoding'), current_database(),
                    to_regnamespace('ground') IS NOT NULL OR has_database_privilege(current_database(), 'CREATE')
                """)) {
            row.next();
            if (row.getBoolean(1)) return Optional.of(new Refused(Refusal.READ_ONLY, "pg_is_in_recovery()"));
            if (!"UTF8".equals(row.getString(2)))
                return Optional.of(new Refused(Refusal.NOT_UTF8, "server_encoding = " + row.getString(2)));
            if (!row.getBoolean(4)) return Optional.of(new Refused(Refusal.MAY_NOT_CREATE, row.getString(3)));
            return Optional.empty();
        }
    }

    private static Refusal why(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return switch (state) {
            case "28P01", "28000", "42501" -> Refusal.NOT_LET_IN;
            case "3D000" -> Refusal.NO_SUCH_DATABASE;
            case "53300" -> Refusal.FULL;
            case "57P03" -> Refusal.STARTING;
            // the driver could not read the address
            case "01S00", "22023" -> Refusal.NOT_AN_ADDRESS;
            // a password was asked for and there is none
            case "08004" -> Refusal.NOT_LET_IN;
            default -> state.startsWith("08") ? Refusal.UNREACHABLE : Refusal.OTHER;
        };
    }
}
