package vn.thucchat.foundation.work;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.access.RoleDefinition;

/** Names and declares the role of those who watch over the work of a province. */
@Configuration(proxyBeanMethods = false)
public final class WorkRoles {

    /**
     * States the rules of chasing, sees how units stand, and is told of what nobody else gets done; the room whose people
     * do that includes it in their role.
     */
    public static final String WORK_OFFICE = "WORK_OFFICE";

    private WorkRoles() {}

    @Bean
    static RoleDefinition workOffice() {
        return RoleDefinition.included(WORK_OFFICE);
    }
}
