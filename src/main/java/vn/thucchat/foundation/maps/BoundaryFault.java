package vn.thucchat.foundation.maps;

import java.util.List;
import vn.thucchat.foundation.pages.Texts;

/**
 * Something wrong in a file of boundaries.
 *
 * @param feature its number in the file, from 1; 0 when it concerns the whole file
 * @param code of the unit that the feature is of; empty where it has none
 * @param key of the message that says what is wrong and what to do
 */
public record BoundaryFault(int feature, String code, String key, List<String> arguments) {

    static BoundaryFault ofFile(String key, String... arguments) {
        return new BoundaryFault(0, "", key, List.of(arguments));
    }

    public String text(Texts t) {
        return t.of(key, arguments.toArray());
    }
}
