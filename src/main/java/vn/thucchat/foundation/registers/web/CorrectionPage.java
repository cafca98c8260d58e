package vn.thucchat.foundation.registers.web;

import vn.thucchat.foundation.pages.Form;

/** One value that a person says is wrong. */
public record CorrectionPage(HeldLine line, Form<?> form) {

    public String action() {
        return RecordsPage.PATH + "/" + line.field() + "/correction";
    }
}
