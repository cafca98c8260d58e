package vn.thucchat.foundation.identity.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accesslog.ReadCounts;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.identity.requests.ResponsibleUnit;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.work.WorkItem;
import vn.thucchat.foundation.work.WorkItems;

/** Raises an alarm, once a day for each reader, when the data of too many people were read, as work for an officer. */
@Service
public class ReadAlarms {

    public static final String PATH = "/privacy/alarms";

    private final ReadAlarmStore store;
    private final ReadCounts volumes;
    private final PrivacyRules rules;
    private final ResponsibleUnit responsible;
    private final Accounts accounts;
    private final Access access;
    private final WorkItems work;
    private final AccessLog log;
    private final InstantSource clock;

    ReadAlarms(
            ReadAlarmStore store,
            ReadCounts volumes,
            PrivacyRules rules,
            ResponsibleUnit responsible,
            Accounts accounts,
            Access access,
            WorkItems work,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.volumes = volumes;
        this.rules = rules;
        this.responsible = responsible;
        this.accounts = accounts;
        this.access = access;
        this.work = work;
        this.log = log;
        this.clock = clock;
    }

    /** Looks at the last hour and the last 24. */
    @Transactional
    public void look() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate day = BusinessTime.day(now);
        for (ReadAlarm.Span span : ReadAlarm.Span.values()) {
            int allowed = rules.of(span.rule, day);
            for (ReadCounts.Count volume :
                    volumes.above(allowed, now.minus(Duration.ofHours(span.hours)), now.plusMillis(1)))
                accounts.find(volume.account())
                        .ifPresent(reader -> raise(reader, span, day, volume.subjects(), allowed, now));
        }
    }

    private void raise(Account reader, ReadAlarm.Span span, LocalDate day, int subjects, int allowed, Instant now) {
        var alarm = new ReadAlarm(
                reader.id(),
                Ids.next(clock),
                span,
                day,
                responsible.of(reader.synthetic()),
                reader.synthetic(),
                new ReadAlarm.Count(subjects, allowed, now),
                null);
        if (!store.raise(alarm)) return;
        work.open(List.of(new WorkItems.Opening(
                ReadAlarm.WORK, alarm.unit(), null, alarm.id(), List.of(reader.name()), alarm.synthetic(), now, null)));
        log.record(Actor.PLATFORM, "identity.bulk-reading-noticed", PATH + "/" + alarm.id(), span.name());
    }

    /** One that the officer may look into. */
    public Optional<ReadAlarm> find(Actor officer, UUID id) {
        return store.find(id)
                .filter(alarm -> access.may(
                        officer,
                        PrivacyRoles.DATA_PROTECTION_OFFICER,
                        alarm.unit().value(),
                        alarm.synthetic()));
    }

    /** Says what was found; not the reader. */
    @Transactional
    public Result answer(Actor officer, UUID id, String note) {
        ReadAlarm alarm = find(officer, id).orElse(null);
        if (alarm == null) return new Result.NotFound();
        if (!alarm.mayAnswer(officer)) return new Result.Refused("alarms.own");
        Instant now = clock.instant();
        if (!store.answer(alarm, note, now, officer.account())) return new Result.Stale();
        work.close(
                List.of(new WorkItems.Ending(ReadAlarm.WORK, alarm.unit(), id, officer, now, WorkItem.Outcome.DONE)));
        log.record(officer, "identity.bulk-reading-answered", PATH + "/" + id, "");
        return new Result.Done(id);
    }
}
