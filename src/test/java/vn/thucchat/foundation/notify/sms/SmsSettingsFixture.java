package vn.thucchat.foundation.notify.sms;

import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** Settings of an installation that sends text messages to a gateway of tests. */
@NullMarked
public final class SmsSettingsFixture {

    private SmsSettingsFixture() {}

    public static SmsSettings of(SmsHttpSink gateway) {
        return SmsSettings.read(Map.of("SMS_URL", gateway.url(), "SMS_BRAND", "UBND"));
    }
}
