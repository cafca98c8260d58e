package vn.thucchat.foundation.notify.templates;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.channels.NoticeKinds;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** The words of notices: seen by administrators of the province, changed by real ones, for citizens by two of them. */
@Service
public class NoticeTemplates {

    public static final String PATH = "/admin/notices/templates";
    static final int LONGEST = 400;
    private static final Pattern ADDRESS = Pattern.compile("://|\\bwww\\.", Pattern.CASE_INSENSITIVE);

    /** A text of a kind of notice. */
    public record Template(NoticeKind kind, NoticeKind.Text text) {}

    private final NoticeTemplateStore store;
    private final NoticeKinds kinds;
    private final MessageSource messages;
    private final Units units;
    private final AccessLog log;
    private final InstantSource clock;

    NoticeTemplates(
            NoticeTemplateStore store,
            NoticeKinds kinds,
            MessageSource messages,
            Units units,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.kinds = kinds;
        this.messages = messages;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    public boolean mayRead(Actor actor) {
        return units.heldInProvince(actor, Roles.ADMINISTRATOR);
    }

    public boolean mayChange(Actor actor) {
        return actor.equals(Actor.PLATFORM) || units.mayChangeShared(actor, Roles.ADMINISTRATOR);
    }

    /** All texts whose words can be changed, by kind. */
    public List<Template> all() {
        return kinds.all().stream()
                .flatMap(kind -> kind.texts().stream().map(text -> new Template(kind, text)))
                .toList();
    }

    public Optional<Template> find(String key) {
        return all().stream()
                .filter(template -> template.text().key().equals(key))
                .findFirst();
    }

    /** Versions of a text, the latest first. */
    public List<NoticeTemplateVersion> versions(Actor actor, String key, String language) {
        return mayRead(actor) ? store.of(key, language) : List.of();
    }

    /** Versions that wait for a decision. */
    public List<NoticeTemplateVersion> proposed(Actor actor) {
        return mayRead(actor) ? store.proposed() : List.of();
    }

    /** The version that holds now; empty while the message file's words do. */
    public Optional<NoticeTemplateVersion> current(String key, String language) {
        return store.approved(List.of(key), language).stream()
                .filter(version -> version.holds(clock.instant()))
                .findFirst();
    }

    /** The words of the message file, with their variables. */
    public String original(String key, String language) {
        Locale locale = language.equals("en") ? Locale.ENGLISH : Locale.of("vi");
        return String.valueOf(messages.getMessage(key, new Object[] {"{0}", "{1}", "{2}", "{3}", "{4}"}, locale));
    }

    /** The words that hold now, with their variables. */
    public String words(String key, String language) {
        return current(key, language).map(NoticeTemplateVersion::text).orElseGet(() -> original(key, language));
    }

    /** The words with the kind's usual values. */
    public static String sample(Template template, String words) {
        return Placeholders.fill(words, template.text().samples());
    }

    /** What is wrong with words; empty when nothing is. */
    public Optional<Result> fault(String key, String language, String text) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > LONGEST)
            return Optional.of(Result.invalid("text", "template.fault.length"));
        if (!VietnameseText.kept(text).strip().equals(text.strip())
                || text.chars().anyMatch(sign -> sign < ' '))
            return Optional.of(Result.invalid("text", "template.fault.signs"));
        // a link that looks like the platform's is what deceivers send
        if (ADDRESS.matcher(text).find()) return Optional.of(Result.invalid("text", "template.fault.address"));
        return Placeholders.fault(text, original(key, language));
    }

    /** Proposes words; those for people who work in units hold from the wished day on without another's approval. */
    @Transactional
    public Result propose(Actor actor, Template template, String language, String text, LocalDate from) {
        if (!mayChange(actor)) return new Result.Refused("template.not-yours");
        if (!language.matches("vi|en")) return new Result.NotFound();
        String key = template.text().key();
        Optional<Result> fault = fault(key, language, text);
        if (fault.isPresent()) return fault.get();
        if (from.isBefore(BusinessTime.day(clock.instant()))) return Result.invalid("from", "template.fault.past");
        Instant now = clock.instant();
        Optional<Integer> version = store.insert(key, language, text.strip(), from, actor.account(), now);
        if (version.isEmpty()) return Result.invalid("text", "template.fault.waits");
        log.record(actor, "notify.template-proposed", path(key, language), "version " + version.get());
        return twoPeople(template) ? new Result.Done(null) : decide(actor, key, language, version.get(), "approve");
    }

    /** Whether a second administrator has to approve: words that go to citizens. */
    public static boolean twoPeople(Template template) {
        return template.kind().audience() == NoticeKind.Audience.EVERYBODY;
    }

    /**
     * Decides on a version.
     *
     * @param act {@code approve}, {@code reject}, or {@code withdraw} before the day from which it holds; who proposed may
     *     take it back, and approves it only for staff
     */
    @Transactional
    public Result decide(Actor actor, String key, String language, int version, String act) {
        if (!mayChange(actor)) return new Result.Refused("template.not-yours");
        if (!act.matches("approve|reject|withdraw")) return new Result.NotFound();
        Template template = find(key).orElse(null);
        NoticeTemplateVersion of = store.find(key, language, version).orElse(null);
        if (template == null || of == null) return new Result.NotFound();
        boolean approve = act.equals("approve");
        if (approve && twoPeople(template) && of.proposedBy().equals(actor.account()))
            return new Result.Refused("template.own");
        // the text may have other variables since
        if (approve && fault(key, language, of.text()).isPresent()) return new Result.Refused("template.outlived");
        Instant now = clock.instant();
        Instant day = of.wishedFrom().atStartOfDay(BusinessTime.VIETNAM).toInstant();
        if (!store.decide(of, act, actor.account(), now, approve ? day.isAfter(now) ? day : now : null))
            return new Result.Stale();
        log.record(
                actor,
                switch (act) {
                    case "approve" -> "notify.template-approved";
                    case "reject" -> "notify.template-rejected";
                    default -> "notify.template-withdrawn";
                },
                path(key, language),
                "version " + version);
        return new Result.Done(null);
    }

    static String path(String key, String language) {
        return PATH + "/" + key + "/" + language;
    }
}
