package vn.thucchat.demonstration;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonNumber;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.people.Representation;
import vn.thucchat.foundation.identity.people.Representations;
import vn.thucchat.foundation.identity.upstream.UpstreamAccounts;
import vn.thucchat.foundation.identity.upstream.UpstreamIdentity;

/** Lets the citizens of the demonstration sign in by the imitation of VNeID, too, and one of them act for her son. */
@Component
@Order(210)
record VneidSteps(
        People people,
        UpstreamAccounts upstream,
        PersonRegistry persons,
        Representations representations,
        InstantSource clock)
        implements DemonstrationStep {

    private static final PersonNumber CHILD = new PersonNumber("000218000047");

    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {
        step.accept("vneid", () -> {
            link(people.citizen(), VneidCitizen.LAN);
            link(people.otherCitizen(), VneidCitizen.THANG);
        });
        step.accept("acting", this::child);
    }

    /** One of them acts for her son. */
    private void child() {
        Actor clerk = people.clerk();
        Person mother = persons.of(people.citizen()).orElse(null);
        if (!clerk.signedIn() || mother == null) return;
        Person son = persons.keep(clerk, CHILD, "Ma Văn Bình", LocalDate.of(2018, 9, 5));
        representations
                .make(
                        clerk,
                        mother,
                        new Representations.Draft(
                                Representation.Kind.CHILD,
                                son,
                                "",
                                "",
                                "Giấy khai sinh số 27/2018, minh họa",
                                LocalDate.of(2036, 9, 4)))
                .expectDone();
    }

    private void link(Actor account, VneidCitizen citizen) {
        if (!account.signedIn()) return;
        var identity = new UpstreamIdentity(
                VneidEmulator.ID,
                VneidEmulator.ISSUER,
                citizen.subject(),
                citizen.number(),
                citizen.name(),
                citizen.born(),
                2,
                "",
                clock.instant());
        upstream.link(account, identity, true).expectDone();
    }
}
