package vn.thucchat.foundation.registers.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Scope;
import vn.thucchat.foundation.identity.accesslog.LogEntry;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.registers.HeldField;
import vn.thucchat.foundation.registers.RegisterField;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** Puts what is held into words: names of communes, of origins and of those who looked. */
@Component
record HeldLines(Units units, Accounts accounts, InstantSource clock) {

    /** Whoever looked at one's data is named, wherever they work. */
    private static final Scope EVERYBODY = new Scope(true, true, Set.of(), false);

    LocalDate today() {
        return BusinessTime.day(clock.instant());
    }

    List<HeldLine> of(Collection<HeldField> held, Map<RegisterField, LogEntry> looks, Texts t) {
        Map<UUID, String> names = looks.isEmpty()
                ? Map.of()
                : accounts.names(
                        EVERYBODY,
                        looks.values().stream()
                                .map(LogEntry::account)
                                .distinct()
                                .toList());
        UnaryOperator<String> communes = code ->
                UnitCode.read(code).map(unit -> units.address(t, unit, today())).orElse(code);
        return held.stream()
                .map(field -> {
                    LogEntry look = looks.get(field.field());
                    String last = look == null
                            ? null
                            : t.of(
                                    "registers.last-look",
                                    names.getOrDefault(look.account(), look.username()),
                                    t.time(look.at()));
                    return HeldLine.of(field, t, communes, last);
                })
                .toList();
    }
}
