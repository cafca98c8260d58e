package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.identity.provider.ClientProgram.answer;
import static vn.thucchat.foundation.identity.provider.ClientProgram.location;

import java.time.LocalDate;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonNumber;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.people.Representation;
import vn.thucchat.foundation.identity.people.Representations;
import vn.thucchat.testing.HttpVisitor;

/** Whoever acts for another signs in elsewhere as themselves: not before they have stopped. */
@NullMarked
class ActingSignInTests extends ProviderTest {

    private static final String WHO = "lam.thay.he.thong";

    @Autowired
    PersonRegistry people;

    @Autowired
    Representations representations;

    private UUID right() {
        accounts.ensure(WHO, "Chủ Thử", PASSWORD, false);
        Actor owner = accounts.actor(WHO).orElseThrow();
        Person self = people.identify(
                        owner,
                        new PersonNumber("019088765432"),
                        "Chủ Thử",
                        LocalDate.of(1988, 4, 12),
                        Person.Proof.VNEID_2)
                .orElseThrow();
        accounts.ensure(WHO + ".motcua", "Một Cửa", PASSWORD, false);
        representations.make(
                accounts.actor(WHO + ".motcua").orElseThrow(),
                self,
                new Representations.Draft(
                        Representation.Kind.COMPANY,
                        null,
                        "4600000016",
                        "Công ty Thử",
                        "Giấy ủy quyền số 3",
                        BusinessTime.day(clock.instant()).plusDays(10)));
        return representations.by(self).getFirst().id();
    }

    @Test
    void a_client_s_request_waits_until_they_are_themselves_again() throws Exception {
        UUID right = right();
        var portal = portal();
        var visitor = new HttpVisitor(port).signedIn(WHO, PASSWORD);
        visitor.send("/id/acting", "/id/acting/" + right);
        String stop = location(visitor.open(portal.authorize()));
        assertThat(stop).startsWith("/id/acting?closed=true&to=%2Foauth2%2Fauthorize%3F");
        assertThat(answer(location(visitor.open(portal.authorize("prompt", "none")))))
                .as("a silent one is told that nobody is there")
                .containsEntry("error", "login_required");
        String to = Jsoup.parse(visitor.open(stop).body())
                .select("main input[name=to]")
                .val();
        String on = location(visitor.send(stop, "/id/acting/ended", "to", to));
        assertThat(on).startsWith("/oauth2/authorize?");
        assertThat(answer(ClientProgram.agree(visitor, on))).containsKey("code");
    }
}
