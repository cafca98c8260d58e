package vn.thucchat.portal;

import java.util.List;

/**
 * How to take the data away.
 *
 * @param examples addresses that work as they stand
 */
public record OpenDataPage(String base, List<Example> examples) {

    /** @param about a message key */
    public record Example(String about, String path) {}
}
