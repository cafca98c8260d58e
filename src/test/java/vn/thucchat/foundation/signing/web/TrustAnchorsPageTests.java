package vn.thucchat.foundation.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.signing.SigningSamples;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

/** Whose signatures are believed is changed by two administrators. */
@ApplicationTest
@NullMarked
class TrustAnchorsPageTests {

    private static final String PATH = "/admin/signing";
    private static final Actor ONE = Persons.a(Roles.ADMINISTRATOR, "19");
    private static final Actor OTHER = new Actor(
            UUID.randomUUID(), "other", "Người khác", false, List.of(new Actor.Grant(Roles.ADMINISTRATOR, "19")));

    @Autowired
    MockMvc mvc;

    private Document propose(Actor actor, byte[] file, String document) throws Exception {
        var sent = new Visitor(mvc, actor)
                .send(
                        PATH,
                        Map.of("document", document),
                        new MockMultipartFile("certificate", "ca.cer", "application/pkix-cert", file));
        return sent.getStatus() == 303 ? new Visitor(mvc, actor).page(Visitor.next(sent), 200) : Visitor.parsed(sent);
    }

    private int act(Actor actor, String act) throws Exception {
        return new Visitor(mvc, actor).submit(act, Map.of()).getStatus();
    }

    private static String action(Document page, String act) {
        return page.select("form[action$=/" + act + "]").getFirst().attr("action");
    }

    @Test
    void what_one_proposes_another_one_confirms_and_retires() throws Exception {
        Document mine = propose(ONE, SigningSamples.root(), "Danh sách CA, NEAC, 01/10/2026");
        assertThat(mine.text())
                .contains("CA thử", "Chờ quản trị viên thứ hai xác nhận", "Danh sách CA, NEAC, 01/10/2026");
        assertThat(mine.select("form[action$=/confirm]")).isEmpty();
        String confirm = action(mine, "reject").replace("reject", "confirm");
        assertThat(act(ONE, confirm)).as("their own").isEqualTo(409);
        assertThat(act(OTHER, confirm)).isEqualTo(303);
        assertThat(act(OTHER, confirm)).as("again").isEqualTo(409);
        assertThat(propose(ONE, SigningSamples.root(), "Danh sách")
                        .select(".fault")
                        .text())
                .isEqualTo("Chứng thư này đã có trong danh sách");
        Document trusted = new Visitor(mvc, OTHER).page(PATH, 200);
        assertThat(act(OTHER, action(trusted, "retire"))).isEqualTo(303);
        assertThat(act(OTHER, confirm.replace("confirm", "confirm-retirement"))).isEqualTo(409);
        assertThat(act(ONE, action(new Visitor(mvc, ONE).page(PATH, 200), "keep")))
                .isEqualTo(303);
        assertThat(act(OTHER, action(new Visitor(mvc, OTHER).page(PATH, 200), "retire")))
                .isEqualTo(303);
        assertThat(act(ONE, action(new Visitor(mvc, ONE).page(PATH, 200), "confirm-retirement")))
                .isEqualTo(303);
        assertThat(new Visitor(mvc, ONE).page(PATH, 200).text()).contains("Đã thôi tin");
        assertThat(act(ONE, PATH + "/" + UUID.randomUUID() + "/confirm")).isEqualTo(404);
        assertThat(act(ONE, PATH + "/" + UUID.randomUUID() + "/x")).isEqualTo(404);
    }

    @Test
    void what_is_no_certificate_of_an_authority_is_refused() throws Exception {
        assertThat(propose(ONE, new byte[] {1, 2}, "Danh sách").select(".fault").text())
                .isEqualTo("Tệp này không phải chứng thư X.509");
        assertThat(propose(ONE, SigningSamples.signer(), "Danh sách")
                        .select(".fault")
                        .text())
                .isEqualTo("Chứng thư này không phải của tổ chức chứng thực");
        assertThat(propose(ONE, SigningSamples.root(), "x").select(".fault").text())
                .isEqualTo("Hãy ghi văn bản công bố, từ 3 đến 300 ký tự");
    }

    @Test
    void a_demonstration_account_changes_nothing_and_one_of_a_commune_sees_nothing() throws Exception {
        Actor synthetic = Persons.synthetic(Roles.ADMINISTRATOR, "19");
        assertThat(new Visitor(mvc, synthetic).page(PATH, 200).select("input[name=certificate]"))
                .isEmpty();
        var sent = new Visitor(mvc, synthetic)
                .send(
                        PATH,
                        Map.of("document", "Danh sách"),
                        new MockMultipartFile("certificate", "ca.cer", "x/y", SigningSamples.root()));
        assertThat(sent.getStatus()).isEqualTo(403);
        assertThat(new Visitor(mvc, Persons.a(Roles.ADMINISTRATOR, "05443"))
                        .open(PATH)
                        .getStatus())
                .isEqualTo(403);
    }
}
