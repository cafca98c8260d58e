package vn.thucchat.foundation.notify.templates.web;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.sms.SmsSettings;
import vn.thucchat.foundation.notify.sms.SmsText;
import vn.thucchat.foundation.notify.tariffs.Tariffs;
import vn.thucchat.foundation.notify.templates.NoticeTemplates;
import vn.thucchat.foundation.notify.zalo.Zalo;
import vn.thucchat.foundation.pages.Texts;

/** Shows words as each channel would send them, with the kind's usual values. */
@Component
record TemplatePreviews(
        MessageSource messages,
        SmsSettings sms,
        Tariffs tariffs,
        Zalo zalo,
        @Value("${thucchat.base-url}") String site) {

    TemplatePage.Preview of(Actor actor, NoticeTemplates.Template template, String language, String words) {
        var t = new Texts(messages, language.equals("en") ? Locale.ENGLISH : Locale.of("vi"));
        String kind = t.of(template.kind().key());
        String text = NoticeTemplates.sample(template, words);
        SmsText part = SmsText.of(text + " " + site + "/inbox", sms.marks());
        Long price = tariffs.today().get(Medium.SMS);
        List<TemplatePage.ZaloSample> samples = zalo.templates(actor).stream()
                .filter(each -> each.kind().equals(template.kind().code())
                        && each.language().equals(language))
                .map(each -> new TemplatePage.ZaloSample(each, each.sample(kind, text)))
                .toList();
        return new TemplatePage.Preview(
                t.of("notice.subject", kind), text, part, price == null ? null : price * part.count(), samples);
    }
}
