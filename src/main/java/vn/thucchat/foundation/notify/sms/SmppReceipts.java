package vn.thucchat.foundation.notify.sms;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thucchat.foundation.notify.channels.DeliveryReceipt;
import vn.thucchat.foundation.notify.channels.Medium;

/**
 * Reads delivery receipts (SMPP 3.4, appendix B): {@code id:… stat:DELIVRD err:000}, or the same in optional parameters. What
 * cannot be stored now is answered with a system error, so that the gateway brings it again.
 */
record SmppReceipts(Consumer<DeliveryReceipt> receipts) implements MessageReceiverListener {

    private static final Logger LOG = LoggerFactory.getLogger(SmppReceipts.class);
    private static final Pattern ID = Pattern.compile("\\bid:(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATE = Pattern.compile("\\bstat:([A-Z]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FAULT = Pattern.compile("\\berr:(\\w+)", Pattern.CASE_INSENSITIVE);

    @Override
    public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
        // what people write back is nobody's business here
        if (!message.isSmscDeliveryReceipt()) return;
        String text = new String(message.getShortMessage(), StandardCharsets.ISO_8859_1);
        var told = message.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        String id = told == null ? found(ID, text) : told.getValueAsString();
        String state = found(STATE, text);
        if (id.isEmpty()) return;
        try {
            switch (state) {
                case "DELIVRD" -> receipts.accept(new DeliveryReceipt(Medium.SMS, id, true, state));
                case "UNDELIV", "EXPIRED", "REJECTD", "DELETED" ->
                    receipts.accept(
                            new DeliveryReceipt(Medium.SMS, id, false, (state + " " + found(FAULT, text)).strip()));
                // on its way still, or nobody knows
                default -> LOG.debug("Receipt of {} says {}", id, state);
            }
        } catch (RuntimeException e) {
            LOG.warn("A receipt was not stored, and has to come again: {}", e.toString());
            throw new ProcessRequestException("not stored", SMPPConstant.STAT_ESME_RSYSERR, e);
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // that a telephone is on again changes nothing here
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("not taken", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
