package vn.thucchat.foundation.identity.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.Audit;
import vn.thucchat.foundation.vietnamese.VietnameseDays;

/**
 * What an auditor looks for, as typed: days as {@code 2022-08-08}, both included; a username; the beginning of an
 * action; an object.
 */
public record AuditForm(String from, String to, String person, String action, String object) {

    /** Absent fields come as null from the address. */
    static AuditForm of(
            @Nullable String from,
            @Nullable String to,
            @Nullable String person,
            @Nullable String action,
            @Nullable String object,
            LocalDate today) {
        return new AuditForm(
                from == null ? today.minusDays(6).toString() : clean(from),
                to == null ? today.toString() : clean(to),
                clean(person),
                clean(action),
                clean(object));
    }

    AuditForm with(String username) {
        return new AuditForm(from, to, username, action, object);
    }

    /** The two days, or nothing when they are not two days in order. */
    Optional<Days> days() {
        LocalDate first = VietnameseDays.parse(from).orNull();
        LocalDate last = VietnameseDays.parse(to).orNull();
        return first == null || last == null || last.isBefore(first) || first.getYear() < 1970
                ? Optional.empty()
                : Optional.of(new Days(first, last));
    }

    record Days(LocalDate first, LocalDate last) {
        Audit.Filter filter(AuditForm form, @Nullable UUID account) {
            Instant until = last.plusDays(1).atStartOfDay(BusinessTime.VIETNAM).toInstant();
            Instant from = first.atStartOfDay(BusinessTime.VIETNAM).toInstant();
            return new Audit.Filter(from, until, account, form.action(), form.object());
        }
    }

    String query() {
        return "from=" + written(from) + "&to=" + written(to) + "&person=" + written(person) + "&action="
                + written(action) + "&object=" + written(object);
    }

    private static String written(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String clean(@Nullable String typed) {
        if (typed == null) return "";
        String cut = typed.length() > 300 ? typed.substring(0, 300) : typed;
        return cut.replaceAll("\\p{Cntrl}", "").strip();
    }
}
