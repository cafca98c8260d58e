package vn.thucchat.foundation.identity.acting;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Actor.ActingFor;
import vn.thucchat.foundation.identity.access.Actor.ActingRights;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.people.Representation;
import vn.thucchat.foundation.identity.people.Representations;

/** Reads from representations for whom somebody may act now. */
@Component
record RepresentationRights(PersonRegistry people, Representations representations) implements ActingRights {

    @Override
    public Optional<ActingFor> holding(Actor actor, UUID representation) {
        return people.of(actor)
                .flatMap(person -> representations.holding(person, representation))
                .map(RepresentationRights::acting);
    }

    private static ActingFor acting(Representation of) {
        return new ActingFor(of.id(), of.kind().name(), of.person(), of.code(), of.name(), of.untilOn(), false);
    }
}
