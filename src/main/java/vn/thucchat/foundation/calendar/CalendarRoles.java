package vn.thucchat.foundation.calendar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.access.RoleDefinition;

/** Names and declares the role of those who state working days and hours. */
@Configuration(proxyBeanMethods = false)
public final class CalendarRoles {

    /** Changes working days and hours; the room whose people do that includes it in their role. */
    public static final String CALENDAR_EDITOR = "CALENDAR_EDITOR";

    private CalendarRoles() {}

    @Bean
    static RoleDefinition calendarEditor() {
        return RoleDefinition.included(CALENDAR_EDITOR);
    }
}
