package vn.thucchat.foundation.identity.retention.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.identity.retention.ReadAlarm;
import vn.thucchat.foundation.identity.retention.ReadAlarms;
import vn.thucchat.foundation.work.WorkKind;
import vn.thucchat.foundation.work.WorkLine;

/** Declares the look into bulk reading, and words it. */
@Configuration(proxyBeanMethods = false)
class AlarmWorkKinds {

    @Bean
    static WorkKind bulkReading(Access access) {
        return new WorkKind(
                ReadAlarm.WORK,
                PrivacyRoles.DATA_PROTECTION_OFFICER,
                true,
                (t, item) -> WorkLine.of(
                        t.of("alarms.work", item.arguments().getFirst()),
                        access.unitName(item.unit().value()),
                        item.dueOn(),
                        ReadAlarms.PATH + "/" + item.evidence(),
                        t.of("work.action.answer")));
    }
}
