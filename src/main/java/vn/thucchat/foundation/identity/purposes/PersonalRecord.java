package vn.thucchat.foundation.identity.purposes;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * One record that is held of a person.
 *
 * @param values by the names of its parts, such as {@code address}; each has a message {@code personal-data.<name>}
 */
public record PersonalRecord(SequencedMap<String, String> values) {

    /** @param parts names and values by turns: {@code "username", "lan", "name", "Ma Thị Lan"} */
    public static PersonalRecord of(Object... parts) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < parts.length; i += 2) values.put(parts[i].toString(), parts[i + 1].toString());
        return new PersonalRecord(values);
    }
}
