package vn.thucchat.foundation.notify.channels;

/**
 * What a provider says later of a message that it took. It may come twice, and before the provider's first answer is noted.
 *
 * @param reference one of the ids that the provider gave when it took the message
 * @param words the provider's own, without personal data
 */
public record DeliveryReceipt(Medium medium, String reference, boolean delivered, String words) {

    /** Hears of receipts. */
    public interface Listener {
        void received(DeliveryReceipt receipt);
    }
}
