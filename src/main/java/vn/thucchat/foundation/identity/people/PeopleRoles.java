package vn.thucchat.foundation.identity.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.access.RoleDefinition;
import vn.thucchat.foundation.identity.access.Roles;

/** Names and declares the role of those who serve people at a counter. */
@Configuration(proxyBeanMethods = false)
public final class PeopleRoles {

    /** cán bộ một cửa: reads cards, and writes down who may act for whom */
    public static final String COUNTER_CLERK = "COUNTER_CLERK";

    private PeopleRoles() {}

    @Bean
    static RoleDefinition counterClerk() {
        return RoleDefinition.of(COUNTER_CLERK, 55).notWith(Roles.ADMINISTRATOR).withSecondFactor();
    }
}
