package toyroom;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.access.RoleDefinition;
import vn.thucchat.foundation.identity.access.Roles;

@Configuration(proxyBeanMethods = false)
public final class ToyRoles {

    public static final String LIBRARIAN = "LIBRARIAN";

    private ToyRoles() {}

    @Bean
    static RoleDefinition librarian() {
        return RoleDefinition.of(LIBRARIAN, 500).notWith(Roles.AUDITOR).including(Roles.EVIDENCE_READER);
    }
}
