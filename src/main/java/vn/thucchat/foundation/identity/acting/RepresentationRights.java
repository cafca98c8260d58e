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

/**
 * Reads from representations for whom somebody may act now. A number that VNeID knows at level 1 opens none: whoever got hold
 * of it would have the children, households and companies of the person who was at the counter.
 */
@Component
record RepresentationRights(PersonRegistry people, Representations representations) implements ActingRights {

    @Override
    public Optional<ActingFor> holding(Actor actor, UUID representation) {
        return people.proven(actor)
                .flatMap(person -> representations.holding(person, representation))
                .map(RepresentationRights::acting);
    }

    private static ActingFor acting(Representation of) {
        return new ActingFor(of.id(), of.kind().name(), of.person(), of.code(), of.name(), of.untilOn(), false);
    }
}
