package vn.thucchat.foundation.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperHeadTests {

    @ParameterizedTest
    @CsvSource({
        "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ, BAN CHỈ ĐẠO|CHUYỂN ĐỔI SỐ",
        "ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN, ỦY BAN NHÂN DÂN|TỈNH THÁI NGUYÊN",
        "ỦY BAN QUỐC GIA VỀ CHUYỂN ĐỔI SỐ, ỦY BAN QUỐC GIA|VỀ CHUYỂN ĐỔI SỐ",
        "SỞ TÀI CHÍNH, SỞ TÀI CHÍNH",
        "BAN CHỈ ĐẠO VỀ CHUYỂN ĐỔI SỐ VÀ CẢI CÁCH HÀNH CHÍNH TỈNH, BAN CHỈ ĐẠO VỀ CHUYỂN|ĐỔI SỐ VÀ CẢI CÁCH|HÀNH CHÍNH TỈNH",
        "MỘTTÊNDÀIKHÔNGCÓCHỖNGẮTNÀOCẢ, MỘTTÊNDÀIKHÔNGCÓCHỖNGẮTNÀOCẢ",
        "'', ''"
    })
    void a_heading_breaks_into_lines_of_about_the_same_length(String heading, String lines) {
        assertThat(PaperHead.lines(heading, 22)).isEqualTo(List.of(lines.split("\\|", -1)));
    }
}
