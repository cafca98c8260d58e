package vn.thucchat.foundation.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.signing.SigningSamples;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

/** What anybody reads about a document. */
@ApplicationTest
@NullMarked
class VerifyPageTests {

    @Autowired
    MockMvc mvc;

    private Document verified(byte[] file) throws Exception {
        var visitor = new Visitor(mvc, Persons.a(Roles.AUDITOR, "19"));
        var response = visitor.send(
                "/verify", Map.of(), new MockMultipartFile("document", "giấy.pdf", "application/pdf", file));
        return Visitor.parsed(response);
    }

    @Test
    void the_question_has_its_label_and_works_without_a_file() throws Exception {
        var visitor = new Visitor(mvc, Persons.a(Roles.AUDITOR, "19"));
        Document page = visitor.page("/verify", 200);
        assertThat(page.select("label[for=document]").text()).isEqualTo("Tệp PDF");
        var response = visitor.submit("/verify", Map.of());
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(response).select(".fault").text()).isEqualTo("Hãy chọn một tệp PDF");
    }

    @Test
    void a_verdict_is_said_in_plain_words() throws Exception {
        assertThat(verified(SigningSamples.paper("x")).select("h1").text()).isEqualTo("Không có chữ ký số");
        Document strange = verified(SigningSamples.ofStranger());
        assertThat(strange.select("h1").text()).isEqualTo("Chưa đáng tin");
        assertThat(strange.select("section h2").getFirst().text()).isEqualTo("Người ký chưa xác định");
        assertThat(strange.text()).contains("Chữ ký tự xưng là của", "giấy.pdf");
        Document rubbish = verified("<html>".getBytes(StandardCharsets.UTF_8));
        assertThat(rubbish.select("h1").text()).isEqualTo("Chưa kết luận được");
        assertThat(rubbish.text()).contains("Tệp này không phải PDF.");
    }
}
