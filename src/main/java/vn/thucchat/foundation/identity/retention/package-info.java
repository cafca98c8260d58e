/**
 * Numbers that the law or the office sets for the protection of personal data, dated, and stated anew by the data
 * protection officer of a province; and two jobs that go by them. Each night what the purposes no longer need is deleted by
 * the rooms' {@link vn.thucchat.foundation.identity.purposes.RetentionSweep} beans, with a figure of how much. Every ten
 * minutes whoever read the data of too many people in an hour or a day raises an alarm, once a day, as work for the officer.
 * Tables in schema {@code identity}: privacy_rule and retention_run, append-only; read_alarm. Records no facts, publishes no
 * events. Routes: {@code /privacy/rules}, {@code /privacy/retention}, {@code /privacy/alarms}.
 */
@ApplicationModule(
        displayName = "Privacy rules",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.purposes",
            "foundation.identity.requests",
            "foundation.pages",
            "foundation.units",
            "foundation.work"
        })
@NullMarked
package vn.thucchat.foundation.identity.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
