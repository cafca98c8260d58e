package vn.thucchat;

import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import vn.thucchat.foundation.database.DatabaseServer;

/** The platform's one process. Any number of them may run on one database. */
@SpringBootApplication
@NullMarked
public class ThucChat {

    static void main(String[] args) {
        DatabaseServer.fromEnvironment(System.getenv()).ifPresent(server -> {
            System.setProperty("spring.datasource.url", server.jdbcUrl());
            System.setProperty("spring.datasource.username", server.username());
            System.setProperty("spring.datasource.password", server.password());
            // After the context has closed, so that requests under way still find their database.
            SpringApplication.getShutdownHandlers().add(server::close);
        });
        Listening.prepare(System.getenv());
        SpringApplication.run(ThucChat.class, args);
    }
}
