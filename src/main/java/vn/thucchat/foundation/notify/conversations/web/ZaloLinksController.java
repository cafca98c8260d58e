package vn.thucchat.foundation.notify.conversations.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.notify.conversations.ZaloLinks;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;

/** A person links a chat to their account, by the link that the chat got, and ends that. */
@Controller
@RequestMapping(ZaloLinks.PATH)
record ZaloLinksController(ZaloLinks links, Pages pages) {

    /** A linked chat is told of the account: who only found a screen open links none. */
    private static final int PROOF_MINUTES = 10;

    @GetMapping
    @Allow(signedIn = true)
    View list(Actor actor) {
        return pages.show("foundation/notify/conversations/links", new ZaloLinksPage(links.of(actor)));
    }

    @PostMapping("/removed")
    @Allow(signedIn = true)
    View unlink(Form<UnlinkForm> form, Actor actor, Flash flash) {
        return flash.then(links.unlink(actor, form.text("chat")), "conversation.link.removed", ZaloLinks.PATH);
    }

    /** Looking links nothing: programs open links, too. */
    @GetMapping("/{token}")
    @Allow(signedIn = true)
    View look(@PathVariable String token) {
        if (!links.open(token)) throw Problem.notFound("conversation.link.over");
        return pages.show("foundation/notify/conversations/link", new ZaloLinkPage(ZaloLinks.PATH + "/" + token));
    }

    @PostMapping("/{token}")
    @Allow(signedIn = true, recent = PROOF_MINUTES)
    View link(@PathVariable String token, Actor actor, Flash flash) {
        return flash.then(links.link(actor, token), "conversation.link.done", ZaloLinks.PATH);
    }
}
