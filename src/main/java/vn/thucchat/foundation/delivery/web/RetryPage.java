package vn.thucchat.foundation.delivery.web;

import java.util.List;
import java.util.UUID;
import vn.thucchat.foundation.delivery.PoisonList;

/**
 * A look at messages before they are tried again.
 *
 * @param gone how many of those that were chosen are no longer in the list
 */
public record RetryPage(List<PoisonList.Entry> entries, int gone) {

    public List<UUID> ids() {
        return entries.stream().map(PoisonList.Entry::id).toList();
    }
}
