package vn.thucchat.foundation.notify.announcements;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.notify.sms.SmsSettings;
import vn.thucchat.foundation.notify.sms.SmsText;
import vn.thucchat.foundation.pages.Texts;

/** Words an announcement as the inbox and the channels say it. */
@Component
public class AnnouncementWording {

    static final String TEXT = "announcement.message";

    private final MessageSource messages;
    private final Access access;
    private final SmsSettings sms;
    private final String site;

    AnnouncementWording(
            MessageSource messages, Access access, SmsSettings sms, @Value("${thucchat.base-url}") String site) {
        this.messages = messages;
        this.access = access;
        this.sms = sms;
        this.site = site;
    }

    /** Holds the wording of an announcement in one language: subject, text and text message. */
    public record Preview(String subject, String text, SmsText sms) {}

    public Preview preview(Announcement announcement, String language) {
        Texts t = texts(language);
        String text = t.of(TEXT, arguments(announcement).toArray());
        return new Preview(
                t.of(
                        "notice.subject",
                        t.of("notice.kind." + announcement.draft().purpose())),
                text,
                sms(announcement, language));
    }

    /** The text message as it is charged for, with the address of the page behind it. */
    SmsText sms(Announcement announcement, String language) {
        String text = texts(language).of(TEXT, arguments(announcement).toArray());
        return SmsText.of(text + " " + site + path(announcement.id()), sms.marks());
    }

    /** The values of {@link #TEXT}: unit, title and text in Vietnamese, then both in English or, without it, the same. */
    List<String> arguments(Announcement announcement) {
        Announcement.Words words = announcement.draft().words();
        boolean english = !words.titleEn().isEmpty();
        return List.of(
                access.unitName(announcement.unit().value()),
                words.titleVi(),
                words.textVi(),
                english ? words.titleEn() : words.titleVi(),
                english ? words.textEn() : words.textVi());
    }

    static String path(UUID announcement) {
        return Announcement.path(announcement);
    }

    private Texts texts(String language) {
        return new Texts(messages, language.equals("en") ? Locale.ENGLISH : Locale.of("vi"));
    }
}
