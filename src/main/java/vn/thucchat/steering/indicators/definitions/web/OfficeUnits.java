package vn.thucchat.steering.indicators.definitions.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** The units that a person acts for, as forms offer them. */
@Component
@NamedInterface("requests")
public class OfficeUnits {

    private static final int MOST_OPTIONS = 1000;

    private final Units units;
    private final Access access;
    private final RequestParameters asked;

    OfficeUnits(Units units, Access access, RequestParameters asked) {
        this.units = units;
        this.access = access;
        this.asked = asked;
    }

    /** Those that the role reaches on a day, the widest first. */
    List<Unit> reached(Actor actor, String role, LocalDate on) {
        return access.units(actor, role).stream()
                .flatMap(code -> UnitCode.read(code).stream())
                .flatMap(code -> units.find(code, on).stream())
                .sorted(Comparator.comparing((Unit unit) -> unit.kind().level())
                        .thenComparing(Unit::name, VietnameseText.ORDER)
                        .thenComparing(Unit::code))
                .toList();
    }

    public List<Option> options(Texts t, Actor actor, String role, LocalDate on) {
        return reached(actor, role, on).stream()
                .limit(MOST_OPTIONS)
                .map(unit -> new Option(unit.code().value(), DisplayNames.name(t, unit) + " (" + unit.code() + ")"))
                .toList();
    }

    /** Those with others below them. */
    public List<Option> optionsAbove(Texts t, Actor actor, String role, LocalDate on) {
        return reached(actor, role, on).stream()
                .filter(unit -> unit.kind().level() != UnitKind.Level.COMMUNE
                        && unit.kind().level() != UnitKind.Level.AGENCY)
                .map(unit -> new Option(unit.code().value(), DisplayNames.name(t, unit) + " (" + unit.code() + ")"))
                .toList();
    }

    /** The form, with a fault where there was no such unit on the day; as it is where no unit was chosen. */
    public <T> Form<T> existing(Form<T> form, String field, @Nullable UnitCode unit, LocalDate on) {
        return unit == null || units.find(unit, on).isPresent()
                ? form
                : form.with(field, "targets.fault.unit-then", unit.value());
    }

    public static List<Option> levels(Texts t) {
        return Arrays.stream(UnitKind.Level.values())
                .map(level -> new Option(level.code(), t.of("level." + level.name())))
                .toList();
    }

    /** The widest unit in which the role is held. */
    public UnitCode home(Actor actor, String role) {
        return actor.grants().stream()
                .filter(grant -> grant.role().equals(role))
                .map(grant -> new UnitCode(grant.unit()))
                .findFirst()
                .orElse(UnitCode.NATION);
    }

    /**
     * The unit that an address names, or else the widest in which the role is held.
     *
     * @throws Problem 400 for what is no code, 404 when there was no such unit, or the role does not reach it
     */
    public Unit chosen(Texts t, Actor actor, String role, String code, LocalDate on) {
        Unit unit = asked.unit(code.isBlank() ? home(actor, role).value() : code.strip(), on);
        require(t, actor, role, unit);
        return unit;
    }

    public void require(Texts t, Actor actor, String role, Unit unit) {
        if (!access.may(actor, role, unit.code().value()))
            throw Problem.notFound("office.out-of-reach", DisplayNames.name(t, unit));
    }

    /** The units of a level below a unit on a day; itself when it is of that level. */
    public List<Unit> of(Unit above, UnitKind.Level level, LocalDate on) {
        return above.kind().level() == level ? List.of(above) : units.below(above.code(), level, on);
    }
}
