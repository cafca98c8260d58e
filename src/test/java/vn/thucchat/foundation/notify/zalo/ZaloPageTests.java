package vn.thucchat.foundation.notify.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

/** Administrators keep templates, and only what Zalo signed is believed. */
@ApplicationTest
@NullMarked
class ZaloPageTests {

    @Autowired
    ZaloSettings settings;

    @Autowired
    MockMvc mvc;

    @Test
    void a_template_is_added_previewed_and_enabled() throws Exception {
        var administrator = new Visitor(mvc, Persons.a(Roles.ADMINISTRATOR, "19"));
        var typed = Map.of(
                "kind",
                "work.chased",
                "language",
                "vi",
                "template",
                "505716",
                "parameters",
                "viec:text:60",
                "preview",
                "Bạn có <viec>.");
        for (Map<String, String> wrong : java.util.List.of(
                Map.of("template", "x1"),
                Map.of("parameters", "ten:name:3"),
                Map.of("preview", "Bạn có việc."),
                Map.of("kind", "none"))) {
            var all = new java.util.HashMap<>(typed);
            all.putAll(wrong);
            assertThat(administrator.submit(Zalo.PATH + "/templates", all).getStatus())
                    .as(wrong.toString())
                    .isEqualTo(422);
        }
        assertThat(Visitor.next(administrator.submit(Zalo.PATH + "/templates", typed)))
                .isEqualTo(Zalo.PATH);
        Document page = administrator.page(Zalo.PATH, 200);
        assertThat(page.select("tbody tr").text()).contains("505716", "Bạn có 3 việc đến hạn.", "Zalo đang duyệt");
        administrator.submit(page.select("form[action$=/enable]").attr("action"), Map.of());
        assertThat(administrator.page(Zalo.PATH, 200).select("tbody tr").text()).contains("Đang dùng");
        assertThat(administrator
                        .submit(Zalo.PATH + "/connected", Map.of("token", "ngắn"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(Visitor.next(administrator.submit(
                        Zalo.PATH + "/connected", Map.of("token", "refresh-token-from-the-page-of-developers"))))
                .isEqualTo(Zalo.PATH);
        assertThat(administrator.page(Zalo.PATH, 200).html()).doesNotContain("refresh-token-from");
        assertThat(new Visitor(mvc, Persons.a(Roles.ADMINISTRATOR, "05443"))
                        .open(Zalo.PATH)
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void only_what_zalo_signed_is_believed() throws Exception {
        String body =
                "{\"app_id\":\"4321\",\"event_name\":\"user_received_message\",\"message\":{\"msg_id\":\"zns-web-1\"},\"timestamp\":\"1677721300000\"}";
        String right = Sha256.hex(settings.appId() + body + "1677721300000" + settings.webhookSecret());
        assertThat(event(body, "mac=" + right).getStatus()).isEqualTo(200);
        assertThat(event(body, "mac=" + right).getStatus()).as("again").isEqualTo(200);
        assertThat(event(body.replace("web-1", "web-2"), "mac=" + right).getStatus())
                .isEqualTo(404);
        assertThat(event(body, "").getStatus()).isEqualTo(404);
        assertThat(event("không", "mac=" + right).getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse event(String body, String signature) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/api/v1/one-click/zalo")
                        .contentType("application/json")
                        .content(body)
                        .header("X-ZEvent-Signature", signature))
                .andReturn()
                .getResponse();
    }
}
