package vn.thucchat.foundation.notify.templates.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * Words as an administrator types them.
 *
 * @param act {@code preview} to look at them before; else they are proposed
 */
record TemplateTextForm(
        String text, @NotNull(message = "form.day") LocalDate from, String act) {}
