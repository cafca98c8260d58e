package vn.thucchat.foundation.notify.zalo;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.OutgoingChannel;
import vn.thucchat.foundation.notify.channels.OutgoingMessage;
import vn.thucchat.foundation.notify.channels.SendResult;

/**
 * Hands notices to Zalo as template messages. What has no template that Zalo enabled, does not fit into its parameters, is
 * beyond the day's quota or goes to a number without Zalo (error −118) is refused, so that the next channel has its turn at
 * once.
 */
@Component
class ZaloChannel implements OutgoingChannel {

    private static final Duration QUOTA_HOLDS = Duration.ofHours(1);
    private static final int TEMPLATE_NOT_THERE = -132;
    private static final int TEMPLATE_NOT_APPROVED = -131;

    private final ZaloSettings settings;
    private final ZaloTokens tokens;
    private final ZaloClient client;
    private final ZaloConnectionStore connection;
    private final ZaloTemplateStore templates;
    private final InstantSource clock;
    private final ZaloCodes codes = new ZaloCodes();

    ZaloChannel(
            ZaloSettings settings,
            ZaloTokens tokens,
            ZaloClient client,
            ZaloConnectionStore connection,
            ZaloTemplateStore templates,
            InstantSource clock) {
        this.settings = settings;
        this.tokens = tokens;
        this.client = client;
        this.connection = connection;
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public Medium medium() {
        return Medium.ZALO;
    }

    @Override
    public boolean configured() {
        return settings.named();
    }

    @Override
    public boolean takes(String kind) {
        return templates.usable(kind, "vi").isPresent()
                && connection
                        .find(settings.appId())
                        .filter(ZaloConnection::refreshable)
                        .isPresent();
    }

    @Override
    public String host() {
        return settings.messages().getHost();
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        Optional<ZaloTemplate> template = templates.usable(message.purpose().kind(), message.language());
        if (template.isEmpty()) return new SendResult.Refused("no template", false);
        Optional<Map<String, String>> data = template.get().data(message.wording());
        if (data.isEmpty()) return new SendResult.Refused("does not fit into the template", false);
        if (spent()) return new SendResult.Refused("quota of the day is spent", false);
        Optional<ZaloTokens.Access> access = tokens.access();
        if (access.isEmpty()) return new SendResult.Postponed("no access token", null);
        ZaloClient.Answer answer = client.send(
                access.get().token(),
                message.address().substring(1),
                template.get().templateId(),
                data.get(),
                message.id().toString());
        return switch (answer) {
            case ZaloClient.Unheard(var result) -> result;
            case ZaloClient.Said said -> result(said, access.get(), template.get());
        };
    }

    private SendResult result(ZaloClient.Said said, ZaloTokens.Access access, ZaloTemplate template) {
        if (said.error() == TEMPLATE_NOT_THERE || said.error() == TEMPLATE_NOT_APPROVED)
            templates.disable(template.templateId());
        ZaloCodes.Meaning meaning = codes.of(said.error());
        if (said.error() != 0 && meaning != ZaloCodes.Meaning.NO_ZALO)
            connection.fail(settings.appId(), said.words(), clock.instant());
        return switch (meaning) {
            case ACCEPTED -> {
                quota(said.data().path("quota"));
                yield new SendResult.Accepted(said.data().path("msg_id").asString(""));
            }
            case LATER -> new SendResult.Postponed(said.words(), null);
            case NEVER -> new SendResult.Refused(said.words(), false);
            case NO_ZALO -> new SendResult.Absent(said.words());
            case RENEW -> {
                tokens.forget(access);
                yield new SendResult.Postponed(said.words(), null);
            }
        };
    }

    private void quota(JsonNode quota) {
        String daily = quota.path("dailyQuota").asString("");
        String left = quota.path("remainingQuota").asString("");
        if (daily.matches("[0-9]{1,9}") && left.matches("[0-9]{1,9}"))
            connection.quota(settings.appId(), Integer.parseInt(daily), Integer.parseInt(left), clock.instant());
    }

    /** Whether nothing was left a short while ago; afterwards one message tries again. */
    private boolean spent() {
        return connection
                .find(settings.appId())
                .filter(now -> now.quotaLeft() != null && now.quotaLeft() == 0)
                .filter(now -> now.dailyQuota() != null && now.dailyQuota() > 0)
                .filter(now -> now.quotaAt() != null
                        && clock.instant().isBefore(now.quotaAt().plus(QUOTA_HOLDS)))
                .isPresent();
    }
}
