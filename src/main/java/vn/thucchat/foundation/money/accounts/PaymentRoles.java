package vn.thucchat.foundation.money.accounts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.access.RoleDefinition;
import vn.thucchat.foundation.identity.access.Roles;

/** Names and declares the roles of those who handle money. */
@Configuration(proxyBeanMethods = false)
public final class PaymentRoles {

    /** kế toán: money received in the unit, what it paid for, and the banks that report it */
    public static final String ACCOUNTANT = "ACCOUNTANT";

    /** Takes cash against a receipt in the unit: accountants, and whoever a room above lets collect. */
    public static final String CASHIER = "CASHIER";
    /** Reads the payments of an account that the person keeps the books of or owns. */
    public static final String PAYMENT_READER = "PAYMENT_READER";

    private PaymentRoles() {}

    @Bean
    static RoleDefinition accountant() {
        return RoleDefinition.of(ACCOUNTANT, 70)
                .notWith(Roles.ADMINISTRATOR)
                .including(CASHIER, PAYMENT_READER)
                .withSecondFactor();
    }

    @Bean
    static RoleDefinition cashier() {
        return RoleDefinition.included(CASHIER);
    }

    @Bean
    static RoleDefinition paymentReader() {
        return RoleDefinition.included(PAYMENT_READER);
    }
}
