package vn.thucchat.demonstration;

import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.tariffs.Tariffs;
import vn.thucchat.foundation.notify.zalo.Zalo;

/** Invents prices of messages and templates on Zalo, so that their pages show something; taken away without the demonstration. */
@Component
@Order(165)
record NoticeSteps(Tariffs tariffs, Zalo zalo) implements DemonstrationStep {

    private static final Map<Medium, Long> PRICES = Map.of(Medium.EMAIL, 5L, Medium.SMS, 800L, Medium.ZALO, 300L);

    /** Nothing once for all: it is taken away without the demonstration. */
    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {}

    @Override
    public void on() {
        tariffs.demonstrate(PRICES, "Giá minh họa");
        zalo.demonstrate("work.chased", "vi", "0000000001", "Minh họa: <noi_dung>. Xem <duong_dan>");
        zalo.demonstrate("work.chased", "en", "0000000002", "Demonstration: <noi_dung>. See <duong_dan>");
        zalo.demonstrate("notify.contact-confirmed", "vi", "0000000003", "Minh họa: <noi_dung>. Xem <duong_dan>");
    }

    @Override
    public void off() {
        tariffs.deleteDemonstrationData();
        zalo.deleteDemonstrationData();
    }
}
