package vn.thucchat.foundation.registers.web;

import java.time.LocalDate;
import java.util.List;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.registers.Memberships;
import vn.thucchat.foundation.registers.Paper;
import vn.thucchat.foundation.registers.RegisterField;
import vn.thucchat.foundation.registers.Subject;

/**
 * What a clerk sees of a subject, and writes down of its card or certificate.
 *
 * @param query the purpose as it stands in the address: {@code ?for=DOSSIER}
 */
public record CounterRecordPage(
        Subject subject,
        String query,
        List<HeldLine> lines,
        List<Memberships.Named> members,
        List<Paper> papers,
        List<Paper.Kind> kinds,
        LocalDate today,
        Entry entry) {

    /** The form that writes down what a card says. */
    public record Entry(Form<?> form, String key) {}

    public List<RegisterField.Group> groups() {
        return RecordsPage.groups(lines);
    }

    public List<HeldLine> of(RegisterField.Group group) {
        return RecordsPage.of(lines, group);
    }

    public String kind(Paper paper, Texts t) {
        return PapersPage.kind(kinds, paper, t);
    }

    /** The name that is held, or the code. */
    public String name() {
        return lines.stream()
                .filter(line -> line.field() == RegisterField.FULL_NAME || line.field() == RegisterField.BUSINESS_NAME)
                .map(HeldLine::current)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(HeldLine.Said::value)
                .orElse(subject.code());
    }

    /** What a card or certificate of such a subject says. */
    public List<Option> fields(Texts t) {
        return Option.after(
                new Option("", ""),
                RegisterField.of(subject.kind()).stream()
                        .filter(RegisterField::onCard)
                        .map(field -> new Option(field.name(), t.of(field.key())))
                        .toList());
    }
}
