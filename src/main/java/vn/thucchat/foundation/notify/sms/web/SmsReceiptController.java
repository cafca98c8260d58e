package vn.thucchat.foundation.notify.sms.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.notify.channels.DeliveryReceipt;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.sms.SmsChannel;
import vn.thucchat.foundation.pages.Problem;

/**
 * Where the gateway calls when a message has arrived or will not, by GET and up to five times (eSMS, "Callback Url"). The
 * address holds what only this installation and the gateway know. The telephone number among the parameters is not read.
 */
@Controller
record SmsReceiptController(Seal seal, Quota quota, ObjectProvider<DeliveryReceipt.Listener> listener) {

    private static final int PER_MINUTE = 6000;
    private static final String SENT = "5";
    private static final String REFUSED = "4";
    private static final int LONGEST = 100;

    @Hidden // of the gateway, by its own form: nothing that is called by who reads the description
    @GetMapping(SmsChannel.RECEIPTS + "{key}")
    @Allow(anyone = true)
    @ResponseBody
    ResponseEntity<Void> receive(
            @PathVariable String key,
            @RequestParam(name = "SMSID", defaultValue = "") String id,
            @RequestParam(name = "SendStatus", defaultValue = "") String status,
            @RequestParam(name = "SendFailed", defaultValue = "0") String failed,
            HttpServletRequest request) {
        quota.charge(request, PER_MINUTE);
        if (!MessageDigest.isEqual(
                key.getBytes(StandardCharsets.UTF_8),
                SmsChannel.receiptKey(seal).getBytes(StandardCharsets.UTF_8))) throw Problem.notFound("notice.unknown");
        boolean known = id.length() <= LONGEST && id.matches("[A-Za-z0-9-]+");
        if (known && status.equals(REFUSED)) pass(id, false, "SendStatus 4");
        if (known && status.equals(SENT)) pass(id, failed.equals("0"), failed.equals("0") ? "" : "SendFailed");
        return ResponseEntity.ok().build();
    }

    private void pass(String id, boolean delivered, String words) {
        listener.ifAvailable(it -> it.received(new DeliveryReceipt(Medium.SMS, id, delivered, words)));
    }
}
