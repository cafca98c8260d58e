package vn.thucchat.foundation.identity.purposes;

import java.util.List;
import java.util.stream.Collectors;
import vn.thucchat.foundation.database.Sha256;

/**
 * The words in which a purpose is told to a person.
 *
 * @param purpose code of the {@link DataPurpose}
 * @param language {@code vi} or {@code en}
 * @param title why
 */
public record PurposeText(String purpose, String language, String title, List<Line> lines) {

    /** One thing that is told, under its label. */
    public record Line(String label, String text) {}

    /** The whole as one text: the title, then a line for each thing, {@code Dữ liệu gì: …}. */
    public String whole() {
        return title + "\n"
                + lines.stream().map(line -> line.label() + ": " + line.text()).collect(Collectors.joining("\n"));
    }

    /** SHA-256 of the whole in hexadecimal digits: two versions of the words never have the same. */
    public String hash() {
        return Sha256.hex(whole());
    }
}
