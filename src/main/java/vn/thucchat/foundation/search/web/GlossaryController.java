package vn.thucchat.foundation.search.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/** The words that these pages use, explained. */
@Controller
record GlossaryController(Glossary glossary, Pages pages) {

    @GetMapping("/glossary")
    @Allow(anyone = true)
    View all(Texts t) {
        return pages.show("foundation/search/glossary", new GlossaryPage(glossary.terms(t)));
    }
}
