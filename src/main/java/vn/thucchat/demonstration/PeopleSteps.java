package vn.thucchat.demonstration;

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

/**
 * Says who the citizens of the demonstration are, and that one of them acts for the other and for a household business.
 * Their numbers begin with 000, which no birth was ever registered under.
 */
@Component
@Order(200)
record PeopleSteps(People accounts, PersonRegistry people, Representations representations)
        implements DemonstrationStep {

    private static final PersonNumber LAN = new PersonNumber("000188000015");
    private static final PersonNumber THANG = new PersonNumber("000061000028");

    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {
        step.accept("citizens", this::identify);
    }

    private void identify() {
        Actor clerk = accounts.clerk();
        // where a real person has the username nobody is invented
        if (!clerk.signedIn()
                || !accounts.citizen().signedIn()
                || !accounts.otherCitizen().signedIn()) return;
        var level2 = Person.Proof.VNEID_2;
        var lan = people.identify(accounts.citizen(), LAN, "Ma Thị Lan", LocalDate.of(1988, 4, 12), level2)
                .orElseThrow();
        var thang = people.identify(accounts.otherCitizen(), THANG, "Lý Văn Thắng", LocalDate.of(1961, 9, 3), level2)
                .orElseThrow();
        LocalDate until = LocalDate.of(2030, 12, 31);
        representations
                .make(
                        clerk,
                        lan,
                        new Representations.Draft(
                                Representation.Kind.ADULT, thang, "", "", "Giấy ủy quyền số 118/2026, minh họa", until))
                .expectDone();
        representations
                .make(
                        clerk,
                        lan,
                        new Representations.Draft(
                                Representation.Kind.HOUSEHOLD,
                                null,
                                "4600000016",
                                "Hộ kinh doanh chè Ma Lan (minh họa)",
                                "Giấy chứng nhận đăng ký hộ kinh doanh, minh họa",
                                until))
                .expectDone();
    }
}
