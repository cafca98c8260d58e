package vn.thucchat.foundation.scans.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.scans.Photographs;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

@ApplicationTest
@NullMarked
class ScansPageTests {

    private static final byte[] CLEAR = Photographs.file(Photographs.flat(), "jpeg");
    private static final byte[] BLURRED = Photographs.file(Photographs.blurred(Photographs.flat(), 3), "jpeg");

    @Autowired
    MockMvc mvc;

    @Test
    void clear_photographs_are_handed_back_as_one_pdf_of_the_given_name() throws Exception {
        MockHttpServletResponse answer = send(Map.of("title", "Giấy khai sinh"), CLEAR, CLEAR);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith("application/pdf");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment; filename=\"Giay khai sinh.pdf\"")
                .contains("Gi%E1%BA%A5y%20khai%20sinh.pdf");
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
    }

    @Test
    void a_blurred_page_is_named_with_what_mends_it_and_is_made_when_its_sender_insists() throws Exception {
        MockHttpServletResponse answer = send(Map.of("title", "Hợp đồng"), CLEAR, BLURRED);
        assertThat(answer.getStatus()).isEqualTo(422);
        Document page = Visitor.parsed(answer);
        assertThat(page.select("main ol li").eachText())
                .containsExactly(
                        "Ảnh 1: đọc được.",
                        "Ảnh 2: ảnh mờ. Hãy giữ chắc tay, chạm vào màn hình để lấy nét rồi chụp lại.");
        assertThat(page.select("#title").val()).as("what was typed").isEqualTo("Hợp đồng");
        assertThat(page.select("#anyway")).hasSize(1);
        assertThat(send(Map.of("title", "", "anyway", "true"), CLEAR, BLURRED).getContentType())
                .startsWith("application/pdf");
    }

    @Test
    void what_is_no_picture_is_never_made_and_nobody_is_asked_to_insist() throws Exception {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        MockHttpServletResponse answer = send(Map.of("anyway", "true"), CLEAR, page);
        assertThat(answer.getStatus()).isEqualTo(422);
        Document shown = Visitor.parsed(answer);
        assertThat(shown.select("main ol li").eachText().get(1)).contains("không mở được ảnh này");
        assertThat(shown.select("#anyway")).isEmpty();
    }

    @Test
    void none_too_many_and_too_long_a_name_are_told_at_their_fields() throws Exception {
        assertThat(faults(send(Map.of("title", "x".repeat(101))))).containsExactlyInAnyOrder("#photos", "#title");
        byte[][] many = IntStream.range(0, 21).mapToObj(_ -> new byte[] {1}).toArray(byte[][]::new);
        assertThat(faults(send(Map.of(), many))).containsExactly("#photos");
    }

    private static List<String> faults(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(422);
        return Visitor.parsed(answer).select(".errors a").eachAttr("href");
    }

    /** Each by somebody else: nobody may send more than ten times a minute. */
    private MockHttpServletResponse send(Map<String, String> fields, byte[]... photos) throws Exception {
        Actor citizen = Persons.a(Roles.LEADER, "19");
        var files = new MockMultipartFile[photos.length];
        for (int i = 0; i < photos.length; i++)
            files[i] = new MockMultipartFile("photos", "trang-" + i + ".jpg", "image/jpeg", photos[i]);
        return new Visitor(mvc, citizen).send("/scans", fields, files);
    }
}
