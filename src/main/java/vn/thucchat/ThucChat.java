package vn.thucchat;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import vn.thucchat.foundation.database.DatabaseServer;

/** The platform's one process. Any number of them may run on one database. */
@SpringBootApplication
@NullMarked
public class ThucChat {

    static void main(String[] args) throws Exception {
        // Nothing depends on where the machine stands and what it speaks: no library, no session of the database.
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        if (List.of(args).equals(List.of("verify"))) System.exit(Verify.run(System.getenv()));
        // only migrations come as the owner of the tables
        String owner = System.getenv().getOrDefault("DATABASE_OWNER", "");
        if (!owner.isBlank()) {
            System.setProperty("spring.flyway.user", owner);
            System.setProperty("spring.flyway.password", System.getenv().getOrDefault("DATABASE_OWNER_PASSWORD", ""));
        }
        DatabaseServer.fromEnvironment(System.getenv()).ifPresent(server -> {
            server.springProperties().forEach(System::setProperty);
            // After the context has closed, so that requests under way still find their database.
            SpringApplication.getShutdownHandlers().add(server::close);
        });
        Listening.prepare(System.getenv());
        SpringApplication.run(ThucChat.class, args);
    }
}
