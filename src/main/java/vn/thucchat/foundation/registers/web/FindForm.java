package vn.thucchat.foundation.registers.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import vn.thucchat.foundation.registers.Look;
import vn.thucchat.foundation.registers.Subject;

/**
 * Whom a clerk looks for, and why.
 *
 * @param code the line of a card's QR code, a personal number, a tax code or the code of a household
 * @param open a household or business that is new here is opened
 */
record FindForm(
        @NotNull(message = "form.choose") Subject.Kind kind,
        String code,
        @NotNull(message = "form.choose") Look.Purpose purpose,

        @Size(max = 60, message = "registers.reference.fault")
        String reference,

        boolean open) {}
