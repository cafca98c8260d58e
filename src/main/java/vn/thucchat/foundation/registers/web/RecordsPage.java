package vn.thucchat.foundation.registers.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.registers.Memberships;
import vn.thucchat.foundation.registers.RegisterField;
import vn.thucchat.foundation.registers.Subject;

/**
 * What is held of the reader, or of whom they act for.
 *
 * @param subject null where nobody is known
 * @param whom the name of whom the reader acts for, or null: themselves
 * @param belongs to what a person belongs
 * @param members those who belong to a household or business
 */
public record RecordsPage(
        @Nullable Subject subject,
        @Nullable String whom,
        List<HeldLine> lines,
        List<Memberships.Held> belongs,
        List<Memberships.Named> members) {

    public static final String PATH = "/id/records";

    /** The groups of which something is held. */
    public List<RegisterField.Group> groups() {
        return groups(lines);
    }

    public List<HeldLine> of(RegisterField.Group group) {
        return of(lines, group);
    }

    static List<RegisterField.Group> groups(List<HeldLine> lines) {
        return Stream.of(RegisterField.Group.values())
                .filter(group -> lines.stream().anyMatch(line -> line.field().group() == group))
                .toList();
    }

    static List<HeldLine> of(List<HeldLine> lines, RegisterField.Group group) {
        return lines.stream().filter(line -> line.field().group() == group).toList();
    }
}
