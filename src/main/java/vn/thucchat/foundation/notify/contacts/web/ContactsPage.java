package vn.thucchat.foundation.notify.contacts.web;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import vn.thucchat.foundation.notify.channels.AddressKind;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.contacts.Contact;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;

/**
 * A person's addresses and wishes.
 *
 * @param kinds of address that a code can reach
 * @param purposes that may be declined
 * @param declined codes of those that are
 * @param push whether notices reach browsers
 * @param demonstration whether nothing leaves the platform
 */
public record ContactsPage(
        List<Contact> contacts,
        List<AddressKind> kinds,
        Form<?> address,
        Form<?> preferences,
        List<NoticeKind> purposes,
        Set<String> declined,
        boolean push,
        boolean demonstration) {

    /** Those that are in use or wait for their code; those that were lost to others. */
    public List<Contact> shown() {
        return contacts.stream()
                .filter(contact -> contact.lost() != Contact.Lost.REMOVED)
                .toList();
    }

    public static List<Option> media(Texts t) {
        return Option.all(t, "notify.medium.", Medium.values());
    }

    /** The hours of a day: {@code 06:00}. */
    public static List<Option> hours() {
        return IntStream.range(0, 24)
                .mapToObj(hour -> new Option(Integer.toString(hour), "%02d:00".formatted(hour)))
                .toList();
    }

    /** When what is not urgent comes: each at once, or all at one hour. */
    public static List<Option> digests(Texts t) {
        return Option.after(
                new Option("", t.of("notify.preferences.digest.none")),
                hours().stream()
                        .map(hour -> new Option(hour.value(), t.of("notify.preferences.digest.at", hour.text())))
                        .toList());
    }

    public static List<Option> languages(Texts t) {
        return List.of(new Option("vi", t.of("notify.language.vi")), new Option("en", t.of("notify.language.en")));
    }
}
