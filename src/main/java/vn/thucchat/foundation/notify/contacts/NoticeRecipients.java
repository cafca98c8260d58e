package vn.thucchat.foundation.notify.contacts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.consent.Consents;
import vn.thucchat.foundation.notify.channels.Media;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.channels.OutgoingChannel;

/** Says by which ways a person is reached with a kind of notice now. */
@Service
public class NoticeRecipients {

    /** A channel that can be used, and the address that it leads to. */
    public record Route(Medium medium, OutgoingChannel channel, Contact contact) {}

    /**
     * A person who can be reached.
     *
     * @param routes in the order of the person's choice, each address of a medium after the other; never empty. Of a new
     *     address the one that was confirmed first is told: whoever adds one to a stranger's account has it
     */
    public record Recipient(UUID account, Preferences preferences, List<Route> routes) {}

    private final ContactStore contacts;
    private final PreferenceStore preferences;
    private final Accounts accounts;
    private final Media media;
    private final Consents consents;

    NoticeRecipients(
            ContactStore contacts, PreferenceStore preferences, Accounts accounts, Media media, Consents consents) {
        this.contacts = contacts;
        this.preferences = preferences;
        this.accounts = accounts;
        this.media = media;
        this.consents = consents;
    }

    /**
     * Finds the ways to a person.
     *
     * @return empty when there is none: no confirmed address, no channel for it, declined or not consented to, or no such
     *     account any more
     */
    public Optional<Recipient> find(UUID account, NoticeKind kind) {
        List<Contact> confirmed = contacts.confirmed(account);
        if (confirmed.isEmpty()) return Optional.empty();
        if (kind.declinable() && preferences.declined(account).contains(kind.code())) return Optional.empty();
        Account person = accounts.find(account).orElse(null);
        if (person == null || person.disabled()) return Optional.empty();
        Preferences wanted = preferences.of(account);
        var routes = new ArrayList<Route>();
        for (Medium medium : wanted.media())
            if (required(kind) || consents.holds(account, ContactPurposes.optional(medium.address())))
                media.channel(medium, person.synthetic())
                        .filter(channel -> channel.takes(kind.code()))
                        .ifPresent(channel -> confirmed.stream()
                                .filter(contact -> contact.kind() == medium.address())
                                .forEach(contact -> routes.add(new Route(medium, channel, contact))));
        if (kind.code().equals(ContactNotices.CONFIRMED))
            routes.sort(Comparator.comparingInt((Route route) -> -confirmed.indexOf(route.contact())));
        return routes.isEmpty() ? Optional.empty() : Optional.of(new Recipient(account, wanted, List.copyOf(routes)));
    }

    /** What nobody has to know or do leaves the platform only for those who consented to it. */
    static boolean required(NoticeKind kind) {
        return !kind.declinable() || kind.importance() != NoticeKind.Importance.ORDINARY;
    }
}
