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

    /** EX_USAGE of sysexits.h. */
    private static final int USAGE = 64;

    static void main(String[] args) throws Exception {
        // Nothing depends on where the machine stands and what it speaks: no library, no session of the database.
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        List<String> words = List.of(args);
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case "verify" -> System.exit(VerifyCommand.run(System.getenv()));
            case "backup" -> System.exit(BackupCommands.backup(System.getenv()));
            case "restore" -> System.exit(BackupCommands.restore(System.getenv(), words.subList(1, words.size())));
            default -> {
                if (words.stream().allMatch(word -> word.startsWith("--"))) run(args);
                else {
                    System.err.println("./run · ./run verify · ./run backup · ./run restore [2026-11-29T03:15:00Z]");
                    System.exit(USAGE);
                }
            }
        }
    }

    private static void run(String... args) {
        EnvironmentCheck.demand(System.getenv());
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
        ListenAddress.prepare(System.getenv());
        SpringApplication.run(ThucChat.class, args);
    }
}
