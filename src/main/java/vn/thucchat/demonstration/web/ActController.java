package vn.thucchat.demonstration.web;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import vn.thucchat.demonstration.Acts;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Units;

/** The evidence of demonstration facts: a page that says plainly that the act is invented. */
@Controller
record ActController(Acts acts, Units units, Pages pages) {

    @GetMapping("/demonstration/acts/{id}")
    @Allow(anyone = true)
    View act(Texts t, @PathVariable UUID id) {
        Fact act = acts.find(id).orElseThrow(() -> Problem.notFound("demonstration.act.none"));
        String name = units.nearest(act.unit(), act.day())
                .map(unit -> t.either(unit.name(), unit.nameEn()))
                .orElse(act.unit().value());
        return pages.show(
                "demonstration/act",
                new ActPage(
                        act,
                        act.kind().substring(act.kind().indexOf('.') + 1),
                        Long.toString(Acts.seed()),
                        new Link("/units/" + act.unit() + "?on=" + act.day(), name),
                        act.facets().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(facet -> new ActPage.Facet(
                                        "demonstration.facet." + facet.getKey(),
                                        "demonstration.facet." + facet.getKey() + "." + facet.getValue()))
                                .toList()));
    }
}
