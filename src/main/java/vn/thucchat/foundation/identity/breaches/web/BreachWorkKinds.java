package vn.thucchat.foundation.identity.breaches.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.breaches.Breach;
import vn.thucchat.foundation.identity.breaches.Breaches;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.work.WorkKind;
import vn.thucchat.foundation.work.WorkLine;

/** Declares the notice that is owed to the authority, and words it. */
@Configuration(proxyBeanMethods = false)
class BreachWorkKinds {

    @Bean
    static WorkKind breachNotice(Access access) {
        return new WorkKind(
                Breach.WORK,
                PrivacyRoles.DATA_PROTECTION_OFFICER,
                true,
                (t, item) -> WorkLine.of(
                        t.of("breaches.work"),
                        access.unitName(item.unit().value()),
                        item.dueOn(),
                        Breaches.PATH + "/" + item.evidence(),
                        t.of("breaches.work.open")));
    }
}
