package vn.thucchat.demonstration;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.consent.Consents;
import vn.thucchat.foundation.identity.purposes.DataPurposes;
import vn.thucchat.foundation.identity.purposes.PurposeText;
import vn.thucchat.foundation.notify.announcements.Announcement;
import vn.thucchat.foundation.notify.announcements.AnnouncementDecisions;
import vn.thucchat.foundation.notify.announcements.AnnouncementDrafts;
import vn.thucchat.foundation.notify.announcements.Announcements;
import vn.thucchat.foundation.notify.announcements.Residences;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;

/** Announcements to the people of a ward: a draft, one that waits for its approval, and one that leaves. */
@Component
@Order(220)
record AnnouncementSteps(
        People people,
        Accounts accounts,
        Residences residences,
        Consents consents,
        DataPurposes purposes,
        MessageSource messages,
        Announcements announcements,
        AnnouncementDrafts drafts,
        AnnouncementDecisions decisions)
        implements DemonstrationStep {

    private static final UnitCode WARD = new UnitCode(DemoMarket.OWN_COMMUNE);
    private static final List<String> CONSENTED = List.of(Announcement.Purpose.LIFE.code(), "notify.optional-email");

    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {
        step.accept("announcements", this::announce);
    }

    private void announce() {
        Actor writer = people.announcer();
        Actor approver = people.approver();
        if (!writer.signedIn() || !approver.signedIn()) return;
        for (People.Person person : People.ALL)
            accounts.actor(person.username()).filter(Actor::synthetic).ifPresent(this::live);
        write(
                writer,
                "Lịch phun thuốc diệt muỗi (minh họa)",
                "Sáng thứ Bảy tổ y tế phun thuốc diệt muỗi ở các ngõ, bà con đậy kín thức ăn và mở cửa cổng.");
        submit(
                writer,
                write(
                        writer,
                        "Cắt điện để sửa đường dây (minh họa)",
                        "Từ 8 giờ đến 11 giờ thứ Sáu cắt điện khu vực quanh chợ để thay đường dây cũ."));
        UUID sent = write(
                writer,
                "Đường vào chợ cấm xe tải (minh họa)",
                "Từ thứ Hai đường vào chợ cấm xe tải từ 6 giờ đến 9 giờ sáng, xe chở hàng đi lối sau.");
        submit(writer, sent);
        Announcement submitted = announcements.find(approver, sent).orElseThrow();
        decisions.approve(approver, submitted, submitted.version()).expectDone();
    }

    private void live(Actor person) {
        residences.state(person, WARD).expectDone();
        for (String purpose : CONSENTED) {
            PurposeText text = purposes.find(purpose).orElseThrow().text(new Texts(messages, Locale.of("vi")));
            consents.give(person, text, text.hash()).expectDone();
        }
    }

    private UUID write(Actor writer, String title, String text) {
        @Nullable
        UUID id = drafts.write(
                        writer,
                        null,
                        null,
                        "residents " + WARD,
                        new Announcement.Words(title, text, "", ""),
                        Announcement.Purpose.LIFE,
                        null)
                .expectDone();
        if (id == null) throw new IllegalStateException(title);
        return id;
    }

    private void submit(Actor writer, UUID id) {
        Announcement draft = announcements.find(writer, id).orElseThrow();
        drafts.submit(writer, draft, draft.version()).expectDone();
    }
}
