package vn.thucchat.foundation.maps;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

@NullMarked
class SvgPathTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON ((1 2, 4.04 2, 4 5.96, 1 2)) | M1 2l3 0 0 4Z",
                "POLYGON ((0 0, 0.5 0, 0.5 0.5, 0 0.5, 0 0)) | M0 0l.5 0 0 .5-.5 0Z",
                "POLYGON ((3 3, 2 1.2, 3 1, 3 3)) | M3 3l-1-1.8 1-.2Z",
                "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 4, 4 4, 3 3)) | M0 0l9 0 0 9-9 0ZM3 3l0 1 1 0Z",
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5))) | M0 0l1 0 0 1ZM5 5l1 0 0 1Z"
            })
    void corners_are_written_with_one_decimal_each_from_the_one_before(String shape, String path)
            throws ParseException {
        assertThat(path(shape)).isEqualTo(path);
    }

    @Test
    void corners_on_a_straight_line_are_left_out_also_where_the_ring_begins() throws ParseException {
        assertThat(path("POLYGON ((1 0, 2 0, 2 1, 2 2, 1 2, 0 2, 0 0, 1 0))")).isEqualTo("M2 0l0 2-2 0 0-2Z");
        assertThat(path("POLYGON ((0 0, 5 0, 9 0, 5 0.01, 5 5, 0 0))")).isEqualTo("M0 0l5 0 0 5Z");
    }

    @Test
    void what_rounding_leaves_nothing_of_is_not_drawn() throws ParseException {
        assertThat(path("POLYGON ((0 0, 0.01 0, 0.01 0.01, 0 0))")).isEmpty();
        assertThat(path("POLYGON ((0 0, 5 0, 5 0.01, 0 0))")).isEmpty();
    }

    private static String path(String wkt) throws ParseException {
        return SvgPath.of(new WKTReader().read(wkt));
    }
}
