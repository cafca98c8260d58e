package vn.thucchat.foundation.identity.audit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.accesslog.Audit;
import vn.thucchat.foundation.pages.Form;

/**
 * What an auditor looks for: days, both included, the last week where none is typed; a username; the beginning of an
 * action; an object.
 */
record AuditForm(@Nullable LocalDate from, @Nullable LocalDate to, String person, String action, String object) {

    /** The same form with the days of the last week where none is typed. */
    static Form<AuditForm> dated(Form<AuditForm> form, LocalDate today) {
        return form.with(Map.of(
                "from", form.text("from").isEmpty() ? today.minusDays(6).toString() : form.text("from"),
                "to", form.text("to").isEmpty() ? today.toString() : form.text("to")));
    }

    LocalDate first(LocalDate today) {
        return from == null ? today.minusDays(6) : from;
    }

    LocalDate last(LocalDate today) {
        return to == null ? today : to;
    }

    Audit.Filter filter(LocalDate today, @Nullable UUID account) {
        Instant begin = first(today).atStartOfDay(BusinessTime.VIETNAM).toInstant();
        Instant end = last(today).plusDays(1).atStartOfDay(BusinessTime.VIETNAM).toInstant();
        return new Audit.Filter(begin, end, account, action, object);
    }
}
