package vn.thucchat.foundation.notify.announcements;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.units.UnitCode;

/** The groups of all rooms, as one writer may choose them. */
@Component
class Audiences {

    static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String SEPARATOR = " ";

    private final Map<String, AudienceSource> sources;
    private final Access access;

    Audiences(List<AudienceSource> sources, Access access) {
        this.sources =
                sources.stream().collect(Collectors.toUnmodifiableMap(AudienceSource::code, Function.identity()));
        this.access = access;
    }

    /** What a writer may choose, by source and name; the value is source and key. */
    List<Option> options(Actor actor) {
        var units = access.units(actor, AnnouncementRoles.ANNOUNCER);
        return sources.values().stream()
                .sorted(Comparator.comparing(AudienceSource::code).reversed())
                .flatMap(source -> source.in(units, actor.synthetic()).stream()
                        .map(audience -> new Option(source.code() + SEPARATOR + audience.key(), audience.name())))
                .toList();
    }

    /** The group of a choice, and the unit of the writer that reaches it; empty where the writer may not write to it. */
    Optional<Chosen> choose(Actor actor, String choice) {
        String[] parts = choice.split(SEPARATOR, 2);
        if (parts.length != 2) return Optional.empty();
        return Optional.ofNullable(sources.get(parts[0]))
                .flatMap(source -> source.find(parts[1]))
                .flatMap(audience -> sender(actor, audience.unit())
                        .map(unit ->
                                new Chosen(unit, new Announcement.Group(parts[0], audience.key(), audience.name()))));
    }

    /** Pairs a group with the unit in whose name an announcement goes to it. */
    record Chosen(UnitCode unit, Announcement.Group group) {}

    static String value(Announcement.Group group) {
        return group.source() + SEPARATOR + group.groupKey();
    }

    /** The unit of the actor's own role that is nearest to the group. */
    private Optional<UnitCode> sender(Actor actor, UnitCode unit) {
        return actor.grants().stream()
                .filter(grant -> grant.role().equals(AnnouncementRoles.ANNOUNCER))
                .filter(grant -> access.may(
                        new Actor(actor.account(), "", "", actor.synthetic(), List.of(grant)),
                        AnnouncementRoles.ANNOUNCER,
                        unit.value()))
                .map(Actor.Grant::unit)
                .max(Comparator.comparingInt(String::length))
                .map(UnitCode::new);
    }

    List<UUID> members(Announcement.Group group, UUID after, int limit) {
        AudienceSource source = sources.get(group.source());
        return source == null ? List.of() : source.members(group.groupKey(), after, limit);
    }
}
