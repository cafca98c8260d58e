package vn.thucchat.foundation.notify.contacts.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.contacts.Preferences;
import vn.thucchat.foundation.notify.contacts.QuietHours;

/**
 * How a person wants to be told.
 *
 * @param first medium that is tried first
 * @param digestHour null for each notice at once
 * @param wanted codes of the kinds that are agreed to
 */
record PreferencesForm(
        @NotNull(message = "form.choose") Medium first,

        @NotNull(message = "form.choose")
        @Min(value = 0, message = "form.choose")
        @Max(value = 23, message = "form.choose")
        Integer quietFrom,

        @NotNull(message = "form.choose")
        @Min(value = 0, message = "form.choose")
        @Max(value = 23, message = "form.choose")
        Integer quietUntil,

        @Pattern(regexp = "vi|en", message = "form.choose") String language,

        @Nullable @Min(value = 0, message = "form.choose") @Max(value = 23, message = "form.choose")
        Integer digestHour,

        List<String> wanted) {

    Preferences preferences() {
        return new Preferences(List.of(first), new QuietHours(quietFrom, quietUntil), language, digestHour);
    }
}
