package toyroom;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Texts;

@RestController
class ToyController {

    @GetMapping("/library")
    @Allow(ToyRoles.LIBRARIAN)
    String library(Texts t) {
        return t.of("toyroom.page");
    }
}
