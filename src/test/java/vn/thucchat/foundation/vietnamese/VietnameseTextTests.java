package vn.thucchat.foundation.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.testing.ApplicationTest;

@ApplicationTest
class VietnameseTextTests {

    private static final List<String> IN_ORDER = List.of(
            "1 Tháng Năm",
            "An Khánh",
            "Ăn Tết",
            "Ân Thi",
            "Ba Hàng",
            "Ba Xuyên",
            "Bá Xuyên",
            "Bách Quang",
            "Bãi Bông",
            "Dân Tiến",
            "Đại Từ",
            "Đặng Thử",
            "La Bằng",
            "La Hiên",
            "Lâu Thượng",
            "Linh Sơn",
            "Nghinh Tường",
            "Ông Bình",
            "Phan Đình Phùng",
            "Quán Triều",
            "Quang Sơn",
            "Tân Cương",
            "Thành Công",
            "Ưng Hòa");

    @Autowired
    JdbcClient jdbc;

    @Test
    void names_stand_in_the_order_of_the_alphabet_here_and_in_the_database() {
        var mixed = new ArrayList<>(IN_ORDER);
        Collections.shuffle(mixed, new Random(1));
        assertThat(mixed.stream().sorted(VietnameseText.ORDER).toList())
                .isEqualTo(jdbc.sql("SELECT n FROM unnest(:names::text[]) AS n ORDER BY n COLLATE \"vi-x-icu\"")
                        .param("names", mixed.toArray(String[]::new))
                        .query(String.class)
                        .list());
        assertThat(VietnameseText.place("Phường Ba Hàng")).isLessThan(VietnameseText.place("Phường Bách Quang"));
        assertThat(VietnameseText.place("Phường Bách Quang")).isLessThan(VietnameseText.place("Phường Bãi Bông"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đặng Thử",
                "đặng thử",
                "\u00D0ặng Thử",
                "\u00F0ặng  thử",
                " ĐẶNG\u00A0THỬ ",
                "Đa\u0323\u0306ng Thu\u031B\u0309",
                "dang thu"
            })
    void all_spellings_are_searched_alike(String typed) {
        assertThat(VietnameseText.fold(typed)).isEqualTo("dang thu");
    }

    @Test
    void capital_eth_is_kept_as_the_letter_that_it_looks_like() {
        assertThat(VietnameseText.kept("\u00D0ặng Thử Ba")).isEqualTo("Đặng Thử Ba");
    }
}
