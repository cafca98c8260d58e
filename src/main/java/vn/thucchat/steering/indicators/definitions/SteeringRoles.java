package vn.thucchat.steering.indicators.definitions;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.calendar.CalendarRoles;
import vn.thucchat.foundation.identity.access.RoleDefinition;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.work.WorkRoles;

/** Names and declares the roles of those who state figures and answer for them. */
@Configuration(proxyBeanMethods = false)
public final class SteeringRoles {

    /** cơ quan thường trực: defines indicators, sets targets, opens reporting rounds, builds reports */
    public static final String STEERING_OFFICE = "STEERING_OFFICE";
    /** người báo cáo: reports figures of the unit, answers for it */
    public static final String REPORTER = "REPORTER";
    /** người thẩm định: accepts, returns, publishes */
    public static final String REVIEWER = "REVIEWER";

    /**
     * The roles that read what a unit hands in, explains or has running before it is published. Market, money and
     * account roles read what everybody reads.
     */
    public static final Set<String> READERS = Set.of(Roles.LEADER, STEERING_OFFICE, REPORTER, REVIEWER, Roles.AUDITOR);

    private SteeringRoles() {}

    @Bean
    static RoleDefinition steeringOffice() {
        return RoleDefinition.of(STEERING_OFFICE, 20)
                .including(Roles.EVIDENCE_READER, CalendarRoles.CALENDAR_EDITOR, WorkRoles.WORK_OFFICE);
    }

    @Bean
    static RoleDefinition reporter() {
        return RoleDefinition.of(REPORTER, 30);
    }

    @Bean
    static RoleDefinition reviewer() {
        return RoleDefinition.of(REVIEWER, 40)
                .notWith(Roles.ADMINISTRATOR)
                .including(Roles.EVIDENCE_READER)
                .withSecondFactor();
    }
}
