package vn.thucchat.foundation.identity.recovery.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.recovery.CounterRecoveries;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.papers.QrImages;

/**
 * A person at the counter who has lost the device.
 *
 * @param link that was just made, shown this once; or null
 */
public record CounterPage(
        Person person,
        List<CounterRecoveries.Line> accounts,
        @Nullable String link,
        Form<?> form) {

    public String path() {
        return person.path() + "/recovery";
    }

    /** The link, for the person's telephone to read. */
    public String qr() {
        return link == null ? "" : QrImages.svg(link).replaceFirst("<svg ", "<svg width=\"232\" height=\"232\" ");
    }
}
