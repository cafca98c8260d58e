package vn.thucchat.foundation.identity.purposes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.access.RoleDefinition;
import vn.thucchat.foundation.identity.access.Roles;

/** Names and declares the role of those who answer for the protection of personal data. */
@Configuration(proxyBeanMethods = false)
public final class PrivacyRoles {

    /** người phụ trách bảo vệ dữ liệu cá nhân: answers requests of people about their data, keeps the register of breaches */
    public static final String DATA_PROTECTION_OFFICER = "DATA_PROTECTION_OFFICER";

    private PrivacyRoles() {}

    @Bean
    static RoleDefinition dataProtectionOfficer() {
        return RoleDefinition.of(DATA_PROTECTION_OFFICER, 58)
                .notWith(Roles.ADMINISTRATOR)
                .withSecondFactor();
    }
}
