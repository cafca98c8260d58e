package vn.thucchat.foundation.notify.sms;

import java.util.UUID;
import vn.thucchat.foundation.notify.channels.SendResult;

/** A company that brings text messages to telephones. */
interface SmsGateway {

    /**
     * Tries once to hand a text over.
     *
     * @param id the same at every try
     * @param number {@code 84912345678}
     */
    SendResult send(UUID id, String number, SmsText text);
}
