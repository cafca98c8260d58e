package vn.thucchat.foundation.identity.purposes.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.purposes.DataPurposes;
import vn.thucchat.foundation.pages.Pages;

/** What the province holds of people and why, for everybody to read. */
@Controller
record PurposesController(DataPurposes purposes, Pages pages) {

    @GetMapping(PurposesPage.PATH)
    @Allow(anyone = true)
    View list() {
        return pages.show("foundation/identity/purposes/purposes", new PurposesPage(purposes.all()), HttpStatus.OK);
    }
}
