package vn.thucchat.foundation.database;

import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The PostgreSQL role that the application uses on the embedded server. It owns nothing: it reads and writes rows, adds
 * rows to append-only tables, and can change no table ({@code db/migration/ground/afterMigrate.sql} grants that).
 */
public final class ApplicationRole {

    public static final String NAME = "thucchat";

    private ApplicationRole() {}

    /**
     * Makes the role, or gives it this password.
     *
     * @param owner a role that may make roles
     * @param password hexadecimal digits
     */
    public static void put(String url, String owner, String ownerPassword, String password) throws SQLException {
        if (!password.matches("[0-9a-f]+")) throw new IllegalArgumentException("a password in hexadecimal digits");
        try (var connection = DriverManager.getConnection(url, owner, ownerPassword);
                var statement = connection.createStatement()) {
            // hexadecimal, so that nothing needs quoting
            statement.execute("""
                    DO $$
                    BEGIN
                        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'thucchat') THEN
                            CREATE ROLE thucchat LOGIN;
                        END IF;
                        ALTER ROLE thucchat NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '%s';
                    END $$""".formatted(password));
        }
    }
}
