package vn.thucchat.foundation.notify.zalo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.notify.channels.NoticeKinds;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.Units;

/** The official account's connection and templates: seen by administrators of the province, changed by real ones. */
@Service
public class Zalo {

    public static final String PATH = "/admin/notices/zalo";
    private static final String SIGNATURE = "mac=";
    private static final int LONGEST_PREVIEW = 400;

    private final ZaloSettings settings;
    private final ZaloConnectionStore connection;
    private final ZaloTemplateStore templates;
    private final NoticeKinds kinds;
    private final Units units;
    private final AccessLog log;
    private final InstantSource clock;

    Zalo(
            ZaloSettings settings,
            ZaloConnectionStore connection,
            ZaloTemplateStore templates,
            NoticeKinds kinds,
            Units units,
            AccessLog log,
            InstantSource clock) {
        this.settings = settings;
        this.connection = connection;
        this.templates = templates;
        this.kinds = kinds;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    public boolean mayRead(Actor actor) {
        return units.heldInProvince(actor, Roles.ADMINISTRATOR);
    }

    /** Whether the environment names an application. */
    public boolean named() {
        return settings.named();
    }

    public Optional<ZaloConnection> connection(Actor actor) {
        return mayRead(actor) ? connection.find(settings.appId()) : Optional.empty();
    }

    public List<ZaloTemplate> templates(Actor actor) {
        return mayRead(actor) ? templates.list() : List.of();
    }

    /** Takes a refresh token that an administrator got from Zalo's page for developers. */
    @Transactional
    public Result connect(Actor actor, String refresh) {
        if (!mayChange(actor)) return new Result.Refused("zalo.not-yours");
        if (!settings.named()) return Result.invalid("token", "zalo.not-named");
        if (!refresh.strip().matches("[\\x21-\\x7E]{20,2000}")) return Result.invalid("token", "zalo.fault.token");
        connection.connect(settings.appId(), refresh.strip(), clock.instant());
        log.record(actor, "notify.zalo-connected", PATH, settings.appId());
        return new Result.Done(null);
    }

    /** Adds a version of a template, as Zalo has it under review. */
    @Transactional
    public Result add(Actor actor, String kind, String language, String template, String parameters, String preview) {
        if (!mayChange(actor)) return new Result.Refused("zalo.not-yours");
        if (kinds.find(kind).isEmpty()) return Result.invalid("kind", "form.choose");
        if (!language.matches("vi|en")) return Result.invalid("language", "form.choose");
        if (!template.strip().matches("[0-9]{1,20}")) return Result.invalid("template", "zalo.fault.template");
        Optional<List<ZaloParameter>> read = ZaloParameter.read(parameters);
        if (read.isEmpty()) return Result.invalid("parameters", "zalo.fault.parameters");
        if (preview.isBlank()
                || preview.length() > LONGEST_PREVIEW
                || !read.get().stream().allMatch(parameter -> preview.contains("<" + parameter.name() + ">")))
            return Result.invalid("preview", "zalo.fault.preview");
        String written = String.join(
                ", ", read.get().stream().map(ZaloParameter::written).toList());
        if (!templates.insert(kind, language, template.strip(), written, preview.strip(), clock.instant()))
            return new Result.Stale();
        log.record(actor, "notify.zalo-template-added", PATH, kind + " " + language + " " + template.strip());
        return new Result.Done(null);
    }

    /** @param act {@code enable}, {@code reject} or {@code disable}, as Zalo decided */
    @Transactional
    public Result change(Actor actor, String kind, String language, int version, String act) {
        if (!mayChange(actor)) return new Result.Refused("zalo.not-yours");
        if (!ZaloTemplate.ACTS.containsKey(act)) return new Result.NotFound();
        if (!templates.change(kind, language, version, act)) return new Result.Stale();
        log.record(actor, "notify.zalo-template-changed", PATH, kind + " " + language + " " + version + " " + act);
        return new Result.Done(null);
    }

    /** Adds an invented template that is in use, for the demonstration, unless it is there. */
    @Transactional
    public void demonstrate(String kind, String language, String template, String preview) {
        if (!template.startsWith("0000")) throw new IllegalArgumentException(template);
        if (templates.list().stream().anyMatch(there -> there.templateId().equals(template))) return;
        templates.insert(kind, language, template, "noi_dung:text:300, duong_dan:link:200", preview, clock.instant());
        templates.list().stream()
                .filter(each -> each.templateId().equals(template))
                .forEach(each -> templates.change(kind, language, each.version(), "enable"));
    }

    /** Deletes what the demonstration invented. */
    @Transactional
    public void deleteDemonstrationData() {
        templates.deleteInvented();
    }

    public boolean mayChange(Actor actor) {
        return units.mayChangeShared(actor, Roles.ADMINISTRATOR);
    }

    /**
     * Whether Zalo signed what it tells: SHA-256 of application, body, time and the official account's secret, one after the
     * other, in hexadecimal digits.
     *
     * @param signature {@code mac=3f09…} of {@code X-ZEvent-Signature}
     */
    public boolean signed(String signature, String body, String timestamp) {
        if (!settings.named()) return false;
        String given = signature.toLowerCase(Locale.ROOT);
        String right = Sha256.hex(settings.appId() + body + timestamp + settings.webhookSecret());
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.US_ASCII),
                (given.startsWith(SIGNATURE) ? given.substring(SIGNATURE.length()) : given)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
