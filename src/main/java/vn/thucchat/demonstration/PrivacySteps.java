package vn.thucchat.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.breaches.Breach;
import vn.thucchat.foundation.identity.breaches.Breaches;
import vn.thucchat.foundation.identity.consent.Consents;
import vn.thucchat.foundation.identity.purposes.DataPurposes;
import vn.thucchat.foundation.identity.purposes.PurposeText;
import vn.thucchat.foundation.identity.requests.DataRequest;
import vn.thucchat.foundation.identity.requests.DataRequests;
import vn.thucchat.foundation.pages.Texts;

/** A citizen of the demonstration consents twice, withdraws once, and asks for a correction that is under way; a breach of last month. */
@Component
@Order(210)
record PrivacySteps(
        People accounts,
        Consents consents,
        DataPurposes purposes,
        DataRequests requests,
        Breaches breaches,
        MessageSource messages,
        InstantSource clock)
        implements DemonstrationStep {

    private static final List<String> GIVEN = List.of("notify.optional-email", "notify.optional-phone");

    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {
        step.accept("privacy", this::consent);
    }

    private void consent() {
        Actor citizen = accounts.citizen();
        Actor officer = accounts.officer();
        if (!citizen.signedIn() || !officer.signedIn()) return;
        for (String purpose : GIVEN)
            consents.give(citizen, text(purpose), text(purpose).hash()).expectDone();
        consents.withdraw(citizen, text(GIVEN.getLast())).expectDone();
        UUID request = Objects.requireNonNull(
                requests.make(citizen, DataRequest.Kind.CORRECT, "Ngày sinh của tôi ghi sai một ngày (minh họa).")
                        .expectDone());
        requests.acknowledge(officer, request).expectDone();
        Instant noticed = clock.instant().minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.HOURS);
        breaches.enter(
                        officer,
                        noticed,
                        new Breach.Revision(
                                "Danh sách 214 người nhận trợ cấp bị gửi nhầm vào một nhóm trò chuyện (minh họa).",
                                "Dương Quốc Bảo, phụ trách bảo vệ dữ liệu (minh họa)",
                                "Người ngoài có thể biết tên, ngày sinh và mức trợ cấp.",
                                "Đã thu hồi tin, yêu cầu các thành viên xóa, đổi cách gửi danh sách.",
                                214,
                                noticed.plus(Duration.ofHours(31)),
                                noticed.plus(Duration.ofHours(52))))
                .expectDone();
    }

    private PurposeText text(String purpose) {
        return purposes.find(purpose).orElseThrow().text(new Texts(messages, Locale.of("vi")));
    }
}
