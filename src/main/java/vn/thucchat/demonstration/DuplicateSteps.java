package vn.thucchat.demonstration;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.duplicates.MergeDecisions;
import vn.thucchat.foundation.identity.duplicates.PersonMerges;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonNumber;
import vn.thucchat.foundation.identity.people.PersonRegistry;

/** Lets two citizens stand twice by an old card: one is merged, the other waits. */
@Component
@Order(215)
record DuplicateSteps(People people, PersonRegistry persons, PersonMerges merges, MergeDecisions decisions)
        implements DemonstrationStep {

    private static final PersonNumber OLD_CARD = new PersonNumber("000000015");
    private static final PersonNumber OTHER_CARD = new PersonNumber("000000029");

    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {
        step.accept("duplicates", this::merge);
    }

    private void merge() {
        Actor clerk = people.clerk();
        Person lan = persons.of(people.citizen()).orElse(null);
        Person thang = persons.of(people.otherCitizen()).orElse(null);
        if (!clerk.signedIn() || lan == null || thang == null) return;
        Person old = persons.keep(clerk, OLD_CARD, "Ma Thị Lan", LocalDate.of(1988, 4, 12));
        Person other = persons.keep(clerk, OTHER_CARD, "Lý Văn Thắng", LocalDate.of(1961, 9, 3));
        UUID made = merges.propose(
                        clerk,
                        lan,
                        old,
                        new PersonMerges.Statement(
                                "CMND 000000015 và thẻ căn cước, minh họa",
                                "Cùng một người, trước đây ghi bằng CMND (minh họa)."))
                .expectDone();
        decisions.approve(people.administrator(), Objects.requireNonNull(made)).expectDone();
        merges.propose(
                        clerk,
                        thang,
                        other,
                        new PersonMerges.Statement(
                                "CMND 000000029 và thẻ căn cước, minh họa",
                                "Cùng một người, trước đây ghi bằng CMND (minh họa)."))
                .expectDone();
    }
}
