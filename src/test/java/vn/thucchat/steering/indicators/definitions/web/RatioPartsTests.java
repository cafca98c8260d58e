package vn.thucchat.steering.indicators.definitions.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioPartsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Số hộ có cáp quang trên tổng số hộ. | Số hộ có cáp quang | Tổng số hộ
            Số người từ 15 tuổi trở lên có tài khoản trên tổng số người từ 15 tuổi. | Số người từ 15 tuổi trở lên có tài khoản | Tổng số người từ 15 tuổi
            Doanh thu trên mạng trên tổng mức bán lẻ trên địa bàn trong kỳ | Doanh thu trên mạng | Tổng mức bán lẻ trên địa bàn trong kỳ
            Số hồ sơ trực tuyến trên số hồ sơ đã nhận; hồ sơ rút lại không tính. | Số hồ sơ trực tuyến | Số hồ sơ đã nhận
            Tỷ lệ đảng viên dùng sổ tay trên đảng viên của chi bộ. | Đảng viên dùng sổ tay | Đảng viên của chi bộ
            Chợ dùng Chợ 4.0 trên tổng số chợ. Chợ đóng không tính. | Chợ dùng Chợ 4.0 | Tổng số chợ
            Adults who have a smartphone out of all adults. | Adults who have a smartphone | All adults
            The share of dossiers handed in online, out of all dossiers. | Dossiers handed in online | All dossiers
            """)
    void a_definition_names_both_numbers(String definition, String numerator, String denominator) {
        assertThat(RatioParts.of(definition)).contains(new RatioParts(numerator, denominator));
    }

    @Test
    void what_is_not_understood_is_not_named() {
        assertThat(RatioParts.of("Mức độ hài lòng của người dân.")).isEmpty();
        assertThat(RatioParts.of("Số hộ có mạng trên địa bàn tỉnh.")).isEmpty();
        assertThat(RatioParts.of("")).isEmpty();
    }
}
