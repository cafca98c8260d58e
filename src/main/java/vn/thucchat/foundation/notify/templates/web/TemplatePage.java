package vn.thucchat.foundation.notify.templates.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.notify.sms.SmsText;
import vn.thucchat.foundation.notify.templates.NoticeTemplateVersion;
import vn.thucchat.foundation.notify.templates.NoticeTemplates;
import vn.thucchat.foundation.notify.zalo.ZaloTemplate;
import vn.thucchat.foundation.pages.Form;

/**
 * One text in one language: its versions, and how each channel would send it.
 *
 * @param original words of the message file
 * @param versions the latest first
 * @param holding number of the version that holds now; 0 for the message file
 * @param names of administrators who proposed or decided, by their accounts
 */
public record TemplatePage(
        NoticeTemplates.Template template,
        String language,
        Preview preview,
        String original,
        List<NoticeTemplateVersion> versions,
        int holding,
        Map<UUID, String> names,
        Form<?> form,
        Rights rights) {

    /** @param change whether the reader may propose; approving is for another than who proposed */
    public record Rights(boolean change, boolean twoPeople, UUID reader, Instant now) {}

    /**
     * The words with usual values.
     *
     * @param sms with the address of a page behind them
     * @param smsVnd what the text message costs; null without a price
     */
    public record Preview(
            String subject,
            String text,
            SmsText sms,
            @Nullable Long smsVnd,
            List<ZaloSample> zalo) {}

    /** What Zalo shows instead: its own reviewed words. */
    public record ZaloSample(ZaloTemplate template, String text) {}

    /** Tells whether the reader may approve a version: not the proposer, where two people are needed. */
    public boolean mayApprove(NoticeTemplateVersion version) {
        return rights.change() && !(rights.twoPeople() && version.proposedBy().equals(rights.reader()));
    }

    /** Whether the reader may take back what was approved: only what does not hold yet. */
    public boolean mayWithdraw(NoticeTemplateVersion version) {
        Instant holds = version.holdsFrom();
        return rights.change() && holds != null && holds.isAfter(rights.now());
    }

    public String name(@Nullable UUID account) {
        return account == null ? "" : names.getOrDefault(account, "–");
    }
}
