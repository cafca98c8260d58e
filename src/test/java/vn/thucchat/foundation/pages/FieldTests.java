package vn.thucchat.foundation.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.Rendering;

/** Forms forgive: what was typed is kept, what is wrong is said at the field and linked to from the top. */
class FieldTests {

    private static final List<Fault> FAULTS = List.of(new Fault("count", "Phải là số"), new Fault("", "Kỳ đã đóng"));

    @Test
    void a_wrong_field_says_so_and_keeps_what_was_typed() {
        var field = field("count", Map.of("value", "mười\"><b>", "hint", "số nguyên", "faults", FAULTS));
        var input = field.expectFirst("input");
        assertThat(input.val()).isEqualTo("mười\"><b>");
        assertThat(input.attr("aria-invalid")).isEqualTo("true");
        for (String id : List.of("count-fault", "count-hint")) {
            assertThat(input.attr("aria-describedby")).contains(id);
            assertThat(field.getElementById(id)).as(id).isNotNull();
        }
        assertThat(field.expectFirst(".fault").text()).isEqualTo("Phải là số");
        assertThat(field.expectFirst("label").attr("for")).isEqualTo(input.id());
    }

    @Test
    void a_right_field_says_nothing() {
        var input = field("name", Map.of("faults", FAULTS)).expectFirst("input");
        assertThat(input.hasAttr("aria-invalid")).isFalse();
        assertThat(input.hasAttr("aria-describedby")).isFalse();
    }

    @Test
    void every_kind_of_field_has_its_own_element() {
        var options = List.of(new Option("1", "Một"), new Option("2", "Hai"));
        var select = field("s", Map.of("type", "select", "options", options, "value", "2"));
        assertThat(select.expectFirst("option[selected]").text()).isEqualTo("Hai");
        assertThat(field("a", Map.of("type", "textarea", "value", "chữ"))
                        .expectFirst("textarea")
                        .text())
                .isEqualTo("chữ");
        assertThat(field("f", Map.of("type", "file", "accept", ".xlsx")).select("input[type=file][accept=.xlsx]"))
                .hasSize(1);
        assertThat(field("c", Map.of("type", "checkbox", "value", "true")).select("input[checked]"))
                .hasSize(1);
        assertThat(field("p", Map.of("type", "password", "value", "secret")).html())
                .as("a password is never sent back")
                .doesNotContain("secret");
    }

    @Test
    void the_summary_links_to_each_field() {
        var summary = Jsoup.parse(
                Rendering.tag("errors", Map.of("t", Rendering.texts(Rendering.VIETNAMESE), "faults", FAULTS)));
        assertThat(summary.expectFirst("[role=alert] a").attr("href")).isEqualTo("#count");
        assertThat(summary.select("li")).hasSize(2);
        assertThat(Rendering.tag("errors", Map.of("t", Rendering.texts(Rendering.VIETNAMESE), "faults", List.of())))
                .isBlank();
    }

    private static Element field(String name, Map<String, Object> more) {
        var parameters = new HashMap<String, Object>(Map.of("name", name, "label", "Nhãn"));
        parameters.putAll(more);
        return Jsoup.parse(Rendering.tag("field", parameters)).body();
    }
}
