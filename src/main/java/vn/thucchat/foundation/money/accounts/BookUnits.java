package vn.thucchat.foundation.money.accounts;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** The units that an accountant chooses from: where the role is held, and those right below. */
@Component
public class BookUnits {

    private final Units units;
    private final InstantSource clock;

    BookUnits(Units units, InstantSource clock) {
        this.units = units;
        this.clock = clock;
    }

    /** Where there are several, none is chosen yet. */
    public List<Option> of(Actor actor, Texts t) {
        List<Option> units = of(actor);
        return units.size() < 2
                ? units
                : Stream.concat(Stream.of(new Option("", t.of("payments.unit.choose"))), units.stream())
                        .toList();
    }

    private List<Option> of(Actor actor) {
        LocalDate today = today();
        return actor.grants().stream()
                .filter(grant -> grant.role().equals(PaymentRoles.ACCOUNTANT))
                .map(grant -> new UnitCode(grant.unit()))
                .flatMap(code -> Stream.concat(
                        Stream.of(new Option(code.value(), name(code))),
                        units.children(code, today).stream()
                                .map(unit -> new Option(unit.code().value(), unit.name()))))
                .distinct()
                .toList();
    }

    public String name(UnitCode code) {
        return units.nearest(code, today()).map(Unit::name).orElse(code.value());
    }

    public LocalDate today() {
        return BusinessTime.day(clock.instant());
    }

    public static Optional<UnitCode> code(String typed) {
        try {
            return Optional.of(new UnitCode(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
