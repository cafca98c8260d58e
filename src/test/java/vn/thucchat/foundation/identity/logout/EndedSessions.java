package vn.thucchat.foundation.identity.logout;

import org.jspecify.annotations.NullMarked;
import org.springframework.context.ApplicationContext;

/** Looks for ended sessions now, and not when the job comes round. */
@NullMarked
public final class EndedSessions {

    private EndedSessions() {}

    public static void look(ApplicationContext context) {
        context.getBean(ClientSessions.class).look();
    }
}
