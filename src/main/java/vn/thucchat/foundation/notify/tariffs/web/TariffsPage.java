package vn.thucchat.foundation.notify.tariffs.web;

import java.util.List;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.tariffs.Tariff;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;

/**
 * Prices of messages.
 *
 * @param mine whether the reader may enter one
 */
public record TariffsPage(List<Tariff> tariffs, Form<?> form, boolean mine) {

    public static List<Option> media(Texts t) {
        return Option.all(t, "notify.medium.", Medium.values());
    }
}
