package vn.thucchat.foundation.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where lines of papers may end. */
class NumberBreaksTests {

    @Test
    void a_line_ends_beside_a_number_and_never_within_one() {
        assertThat(parts("Xã Bằng Thành (5/7 chỉ số), hạn 10/7/2026: +1.274,53% hay −14,09 điểm"))
                .containsExactly(
                        "Xã ",
                        "Bằng ",
                        "Thành ",
                        "(5/7 ",
                        "chỉ ",
                        "số), ",
                        "hạn ",
                        "10/7/2026: ",
                        "+1.274,53% ",
                        "hay ",
                        "−14,09 ",
                        "điểm");
        assertThat(parts("76.556.000\u00a0đồng")).containsExactly("76.556.000\u00a0đồng");
    }

    @Test
    void an_address_still_breaks() {
        assertThat(parts("http://localhost:8080/reports/ab-cd/ef")).hasSizeGreaterThan(1);
    }

    private static List<String> parts(String text) {
        var breaks = new NumberBreaks();
        breaks.setText(text);
        var parts = new ArrayList<String>();
        int from = 0;
        for (int at = breaks.next(); at >= 0; at = breaks.next()) {
            if (at > from) parts.add(text.substring(from, at));
            from = at;
        }
        return parts;
    }
}
