package vn.thucchat.foundation.notify.contacts;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.consent.Consents;
import vn.thucchat.foundation.notify.channels.AddressKind;
import vn.thucchat.foundation.notify.channels.Media;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.NoticeKind;

/**
 * Says by which channels many people would be reached with a kind of notice now, in a handful of statements however many
 * they are. {@link NoticeRecipients} says the same of one person, with the addresses.
 */
@Service
public class RecipientPlans {

    /**
     * How one person would be reached.
     *
     * @param media in the order in which they would be tried; empty: in the inbox alone
     */
    public record Plan(UUID account, Preferences preferences, List<Medium> media) {}

    private final RecipientPlanStore store;
    private final Accounts accounts;
    private final Consents consents;
    private final Media media;
    private final QuietHours usual;

    RecipientPlans(
            RecipientPlanStore store,
            Accounts accounts,
            Consents consents,
            Media media,
            @Value("${thucchat.notify.quiet-hours}") String usual) {
        this.store = store;
        this.accounts = accounts;
        this.consents = consents;
        this.media = media;
        this.usual = QuietHours.read(usual);
    }

    /** Plans for real or for invented people; whose account is closed, or of the other sort, is left out. */
    public List<Plan> of(Collection<UUID> people, NoticeKind kind, boolean synthetic) {
        Set<UUID> enabled = accounts.enabled(people, synthetic);
        if (enabled.isEmpty()) return List.of();
        Set<Medium> usable = EnumSet.noneOf(Medium.class);
        for (Medium medium : Medium.values())
            if (media.channel(medium, synthetic)
                    .filter(channel -> channel.takes(kind.code()))
                    .isPresent()) usable.add(medium);
        var allowed = new EnumMap<AddressKind, Set<UUID>>(AddressKind.class);
        for (AddressKind address : AddressKind.values())
            allowed.put(
                    address,
                    NoticeRecipients.required(kind)
                            ? enabled
                            : consents.holding(enabled, ContactPurposes.optional(address)));
        return store.of(enabled, kind.code()).stream()
                .map(row -> plan(row, kind, usable, allowed))
                .toList();
    }

    private Plan plan(
            RecipientPlanStore.Row row, NoticeKind kind, Set<Medium> usable, Map<AddressKind, Set<UUID>> allowed) {
        Preferences wanted = row.preferences(usual);
        boolean declined = kind.declinable() && row.declined();
        List<Medium> ways = declined
                ? List.of()
                : wanted.media().stream()
                        .filter(usable::contains)
                        .filter(medium ->
                                row.addresses().contains(medium.address().name()))
                        .filter(medium -> consented(allowed.get(medium.address()), row.account()))
                        .toList();
        return new Plan(row.account(), wanted, ways);
    }

    private static boolean consented(@Nullable Set<UUID> allowed, UUID account) {
        return allowed != null && allowed.contains(account);
    }
}
