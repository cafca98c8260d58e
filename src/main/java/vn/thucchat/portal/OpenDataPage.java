package vn.thucchat.portal;

import java.util.List;

/**
 * How to take the data away.
 *
 * @param files what is published of a place and period, as files
 * @param examples addresses that work as they stand
 */
public record OpenDataPage(String base, List<Files> files, List<Example> examples) {

    /** Files with a figure that is not invented. */
    public List<Files> real() {
        return files.stream().filter(file -> !file.synthetic()).toList();
    }

    /** Files of which every figure is invented. */
    public List<Files> invented() {
        return files.stream().filter(Files::synthetic).toList();
    }

    /**
     * The files of one place and period.
     *
     * @param query behind the addresses of its files and of its scorecard
     * @param synthetic whether all its figures are invented
     */
    public record Files(String place, String period, String query, boolean synthetic) {

        /** {@code Tỉnh Thái Nguyên · 6 tháng đầu năm 2022}. */
        public String name() {
            return place + " · " + period;
        }
    }

    /** @param about a message key */
    public record Example(String about, String path) {}
}
