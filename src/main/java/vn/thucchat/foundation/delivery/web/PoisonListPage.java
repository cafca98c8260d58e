package vn.thucchat.foundation.delivery.web;

import vn.thucchat.foundation.delivery.PoisonList;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;

/** @param later whether this is not the first part */
public record PoisonListPage(Slice<PoisonList.Entry> entries, boolean later) {

    /** Name of a channel; its code where nobody names it. */
    public static String channel(Texts t, PoisonList.Entry entry) {
        return t.orElse("delivery.channel." + entry.channel(), entry.channel());
    }
}
