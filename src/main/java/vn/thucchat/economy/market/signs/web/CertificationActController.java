package vn.thucchat.economy.market.signs.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.web.Act;
import vn.thucchat.economy.market.register.web.ActPages;
import vn.thucchat.economy.market.signs.Certification;
import vn.thucchat.economy.market.signs.Certifications;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Texts;

/** The evidence of the facts of certification: open to everybody, so without personal data. */
@Controller
record CertificationActController(Certifications certifications, ActPages acts) {

    @GetMapping("/market/acts/certifications/{id}")
    @Allow(anyone = true)
    View certification(Actor actor, Texts t, @PathVariable UUID id) {
        Certification found = certifications.find(id).orElseThrow(ActPages::none);
        var act = new Act("market.act.certification", found.fromOn(), found.revokedOn(), List.of(), id);
        return acts.show(actor, t, found.market(), act, "/certification");
    }
}
