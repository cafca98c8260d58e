package vn.thucchat.foundation.identity.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names and declares the roles that the whole platform has; what one room means is declared there. */
@Configuration(proxyBeanMethods = false)
public final class Roles {

    /** lãnh đạo: sees everything of the unit, asks for explanations */
    public static final String LEADER = "LEADER";
    /** kiểm toán: sees who did what */
    public static final String AUDITOR = "AUDITOR";
    /** quản trị: accounts and roles */
    public static final String ADMINISTRATOR = "ADMINISTRATOR";

    /** Opens the acts that a figure was counted from, where they are not everybody's. */
    public static final String EVIDENCE_READER = "EVIDENCE_READER";

    private Roles() {}

    @Bean
    static RoleDefinition leader() {
        return RoleDefinition.of(LEADER, 10).including(EVIDENCE_READER).withSecondFactor();
    }

    @Bean
    static RoleDefinition auditor() {
        return RoleDefinition.of(AUDITOR, 50)
                .notWith(ADMINISTRATOR)
                .including(EVIDENCE_READER)
                .withSecondFactor();
    }

    @Bean
    static RoleDefinition administrator() {
        return RoleDefinition.of(ADMINISTRATOR, 60).withSecondFactor();
    }

    @Bean
    static RoleDefinition evidenceReader() {
        return RoleDefinition.included(EVIDENCE_READER);
    }
}
