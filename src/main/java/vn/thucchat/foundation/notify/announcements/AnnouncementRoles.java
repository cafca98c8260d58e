package vn.thucchat.foundation.notify.announcements;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.access.RoleDefinition;
import vn.thucchat.foundation.identity.access.Roles;

/** Names and declares the role of those who write announcements. */
@Configuration(proxyBeanMethods = false)
public final class AnnouncementRoles {

    /** cán bộ ra thông báo: writes announcements for a unit, and approves those of others */
    public static final String ANNOUNCER = "ANNOUNCER";

    /** Who approves, where no life is in danger. */
    static final Set<String> APPROVERS = Set.of(ANNOUNCER, Roles.LEADER);

    private AnnouncementRoles() {}

    @Bean
    static RoleDefinition announcer() {
        return RoleDefinition.of(ANNOUNCER, 45).withSecondFactor();
    }
}
