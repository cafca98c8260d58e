package vn.thucchat.foundation.identity.consent.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.consent.ReadObjection;
import vn.thucchat.foundation.identity.consent.ReadObjections;
import vn.thucchat.foundation.work.WorkKind;
import vn.thucchat.foundation.work.WorkLine;

/** Declares the answer that is owed to who objects to a look at their data, and words it. */
@Configuration(proxyBeanMethods = false)
class ConsentWorkKinds {

    @Bean
    static WorkKind lookObjection(Access access) {
        return new WorkKind(
                ReadObjection.WORK,
                Roles.ADMINISTRATOR,
                true,
                (t, item) -> WorkLine.of(
                        t.of("looks.work", item.arguments().getFirst()),
                        access.unitName(item.unit().value()),
                        item.dueOn(),
                        ReadObjections.PATH + item.evidence(),
                        t.of("work.action.answer")));
    }
}
