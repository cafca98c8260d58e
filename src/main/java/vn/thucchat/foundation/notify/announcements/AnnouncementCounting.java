package vn.thucchat.foundation.notify.announcements;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.consent.Consents;
import vn.thucchat.foundation.notify.announcements.AnnouncementCount.Cost;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.channels.NoticeKinds;
import vn.thucchat.foundation.notify.contacts.RecipientPlans;
import vn.thucchat.foundation.notify.tariffs.Tariff;
import vn.thucchat.foundation.notify.tariffs.Tariffs;

/** Counts whom an announcement would reach and what it would cost, in batches of the group's members. */
@Component
class AnnouncementCounting {

    static final int BATCH = 2_000;
    private static final Set<Medium> PAID_MEDIA = Set.of(Medium.SMS, Medium.ZALO);

    private static final Comparator<ChannelLanguage> ORDER = Comparator.comparing(ChannelLanguage::medium)
            .thenComparing(ChannelLanguage::language, Comparator.reverseOrder());

    private record ChannelLanguage(Medium medium, String language) {}

    /** What is counted so far. */
    private static final class Sums {
        private int audience;
        private int consented;
        private int inboxOnly;
        private int quiet;
        private int digest;
        /** By the first channel of each; 0 of those that are only tried later. */
        private final Map<ChannelLanguage, Integer> first = new TreeMap<>(ORDER);
        /** By every channel of each. */
        private final Map<ChannelLanguage, Integer> all = new TreeMap<>(ORDER);
    }

    private final Audiences audiences;
    private final Consents consents;
    private final RecipientPlans plans;
    private final NoticeKinds kinds;
    private final Tariffs tariffs;
    private final AnnouncementWording wording;
    private final AnnouncementRules rules;
    private final InstantSource clock;

    AnnouncementCounting(
            Audiences audiences,
            Consents consents,
            RecipientPlans plans,
            NoticeKinds kinds,
            Tariffs tariffs,
            AnnouncementWording wording,
            AnnouncementRules rules,
            InstantSource clock) {
        this.audiences = audiences;
        this.consents = consents;
        this.plans = plans;
        this.kinds = kinds;
        this.tariffs = tariffs;
        this.wording = wording;
        this.rules = rules;
        this.clock = clock;
    }

    AnnouncementCount count(Announcement announcement) {
        var sums = new Sums();
        Instant at = announcement.draft().sendAt();
        Instant leaves = at == null || at.isBefore(clock.instant()) ? clock.instant() : at;
        UUID after = Audiences.BEFORE_ALL;
        for (List<UUID> part = members(announcement, after); !part.isEmpty(); part = members(announcement, after)) {
            sums.audience += part.size();
            for (RecipientPlans.Plan plan : recipients(announcement, part)) add(sums, announcement, plan, leaves);
            after = part.getLast();
        }
        return counted(announcement, sums);
    }

    List<UUID> members(Announcement announcement, UUID after) {
        return audiences.members(announcement.draft().group(), after, BATCH);
    }

    /** Those of some members who get it now: with their consent, unless life is in danger. */
    List<RecipientPlans.Plan> recipients(Announcement announcement, List<UUID> members) {
        NoticeKind kind = kind(announcement);
        Set<UUID> consented = announcement.draft().kind() == Announcement.Purpose.DANGER
                ? Set.copyOf(members)
                : consents.holding(members, kind.code());
        return consented.isEmpty() ? List.of() : plans.of(consented, kind, announcement.synthetic());
    }

    private NoticeKind kind(Announcement announcement) {
        return kinds.find(announcement.draft().purpose()).orElseThrow();
    }

    private void add(Sums sums, Announcement announcement, RecipientPlans.Plan plan, Instant leaves) {
        boolean danger = announcement.draft().kind() == Announcement.Purpose.DANGER;
        sums.consented++;
        if (plan.media().isEmpty()) {
            sums.inboxOnly++;
            return;
        }
        String language = plan.preferences().language();
        Medium first = plan.media().getFirst();
        for (Medium medium : plan.media()) {
            var way = new ChannelLanguage(medium, language);
            sums.first.merge(way, medium == first ? 1 : 0, Integer::sum);
            sums.all.merge(way, 1, Integer::sum);
        }
        if (danger) return;
        if (plan.preferences().quiet().end(leaves).isPresent()) sums.quiet++;
        if (plan.preferences().digestHour() != null) sums.digest++;
    }

    private AnnouncementCount counted(Announcement announcement, Sums sums) {
        Map<Medium, Tariff> prices = prices();
        List<Cost> first = costs(announcement, sums.first, prices);
        List<Cost> all = costs(announcement, sums.all, prices);
        return new AnnouncementCount(
                new AnnouncementCount.People(sums.audience, sums.consented, sums.inboxOnly, sums.quiet, sums.digest),
                first.stream().mapToLong(Cost::vnd).sum(),
                all.stream().mapToLong(Cost::vnd).sum(),
                rules.today().marginPercent(),
                clock.instant(),
                first);
    }

    /** Whether each paid channel of a count has a price today. */
    boolean priced(AnnouncementCount count) {
        Set<Medium> priced = prices().keySet();
        return count.costs().stream()
                .map(Cost::medium)
                .filter(PAID_MEDIA::contains)
                .allMatch(priced::contains);
    }

    private Map<Medium, Tariff> prices() {
        return tariffs.current().stream().collect(Collectors.toMap(Tariff::medium, Function.identity()));
    }

    private List<Cost> costs(
            Announcement announcement, Map<ChannelLanguage, Integer> people, Map<Medium, Tariff> prices) {
        var costs = new ArrayList<Cost>();
        people.forEach((way, count) -> {
            Tariff tariff = PAID_MEDIA.contains(way.medium()) ? prices.get(way.medium()) : null;
            boolean free = !PAID_MEDIA.contains(way.medium());
            costs.add(new Cost(
                    way.medium(),
                    way.language(),
                    count,
                    way.medium() == Medium.SMS
                            ? wording.sms(announcement, way.language()).count()
                            : 1,
                    free ? Long.valueOf(0) : tariff == null ? null : tariff.priceVnd(),
                    tariff == null ? null : tariff.validFrom(),
                    tariff == null ? "" : tariff.document()));
        });
        return List.copyOf(costs);
    }
}
