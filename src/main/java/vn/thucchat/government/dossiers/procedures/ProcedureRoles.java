package vn.thucchat.government.dossiers.procedures;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.access.RoleDefinition;

/** Names and declares the role of those who keep the catalogue of procedures. */
@Configuration(proxyBeanMethods = false)
public final class ProcedureRoles {

    /** Proposes versions of procedures and decides on those of others, when held in the province. */
    public static final String PROCEDURE_EDITOR = "PROCEDURE_EDITOR";

    private ProcedureRoles() {}

    @Bean
    static RoleDefinition procedureEditor() {
        return RoleDefinition.of(PROCEDURE_EDITOR, 150);
    }
}
