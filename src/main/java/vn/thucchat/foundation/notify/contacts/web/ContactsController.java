package vn.thucchat.foundation.notify.contacts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.notify.channels.AddressKind;
import vn.thucchat.foundation.notify.channels.Media;
import vn.thucchat.foundation.notify.channels.NoticeKinds;
import vn.thucchat.foundation.notify.contacts.Contact;
import vn.thucchat.foundation.notify.contacts.ContactPreferences;
import vn.thucchat.foundation.notify.contacts.Contacts;
import vn.thucchat.foundation.notify.contacts.Preferences;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;

/** A person's own addresses, codes and wishes. */
@Controller
@RequestMapping(Contacts.PATH)
record ContactsController(
        Contacts contacts, ContactPreferences preferences, NoticeKinds kinds, Media media, Quota quota, Pages pages) {

    private static final int PER_MINUTE = 20;
    /** An address can be a way back into an account: who only found a screen open changes none. */
    private static final int PROOF_MINUTES = 10;

    @GetMapping
    @Allow(signedIn = true)
    View list(Actor actor, Texts t) {
        return page(actor, Form.blank(t), wishes(actor, t), HttpStatus.OK);
    }

    @PostMapping
    @Allow(signedIn = true, recent = PROOF_MINUTES)
    View add(Form<ContactForm> form, Actor actor, Texts t, HttpServletRequest request) {
        quota.charge(request, PER_MINUTE);
        return form.answer(
                typed -> contacts.add(actor, typed.kind(), typed.address()),
                done -> SeeOther.at(Contacts.PATH + "/" + done.id()),
                (again, status) -> page(actor, again, wishes(actor, t), status));
    }

    @PostMapping("/preferences")
    @Allow(signedIn = true)
    View change(Form<PreferencesForm> form, Actor actor, Texts t, Flash flash) {
        if (form.wrong()) return page(actor, Form.blank(t), form, HttpStatus.UNPROCESSABLE_CONTENT);
        preferences.change(
                actor, form.value().preferences(), new HashSet<>(form.value().wanted()));
        return flash.then("notify.preferences.changed", Contacts.PATH);
    }

    @GetMapping("/{id}")
    @Allow(signedIn = true)
    View look(@PathVariable UUID id, Actor actor, Texts t) {
        return page(own(actor, id), Form.blank(t), HttpStatus.OK);
    }

    @PostMapping("/{id}/confirmed")
    @Allow(signedIn = true)
    View confirm(@PathVariable UUID id, Form<CodeForm> form, Actor actor, Flash flash, HttpServletRequest request) {
        quota.charge(request, PER_MINUTE);
        return form.answer(
                typed -> contacts.confirm(actor, id, typed.code()),
                _ -> flash.then("notify.contact.confirmed", Contacts.PATH),
                (again, status) -> page(own(actor, id), again, status));
    }

    @PostMapping("/{id}/code")
    @Allow(signedIn = true)
    View sendCode(@PathVariable UUID id, Actor actor, Texts t, Flash flash, HttpServletRequest request) {
        quota.charge(request, PER_MINUTE);
        Result result = contacts.sendCode(actor, id);
        return result instanceof Result.Invalid
                ? page(own(actor, id), Form.blank(t).with(result), result.status())
                : flash.then(result, "notify.code.sent", Contacts.PATH + "/" + id);
    }

    @PostMapping("/{id}/removed")
    @Allow(signedIn = true, recent = PROOF_MINUTES)
    View remove(@PathVariable UUID id, Actor actor, Flash flash) {
        return flash.then(contacts.remove(actor, id), "notify.contact.removed", Contacts.PATH);
    }

    private Contact own(Actor actor, UUID id) {
        return contacts.find(actor, id).orElseThrow(() -> Problem.notFound("notify.contact.unknown"));
    }

    private Form<?> wishes(Actor actor, Texts t) {
        Preferences now = preferences.of(actor);
        return Form.blank(
                t,
                Map.of(
                        "first", now.media().getFirst().name(),
                        "quietFrom", Integer.toString(now.quiet().from()),
                        "quietUntil", Integer.toString(now.quiet().until()),
                        "language", now.language(),
                        "digestHour", now.digestHour() == null ? "" : Integer.toString(now.digestHour())));
    }

    private View page(Contact contact, Form<?> form, HttpStatus status) {
        return pages.show(
                "foundation/notify/contacts/contact", new ContactPage(contact, form, media.demonstration()), status);
    }

    private View page(Actor actor, Form<?> address, Form<?> wishes, HttpStatus status) {
        return pages.show(
                "foundation/notify/contacts/contacts",
                new ContactsPage(
                        contacts.of(actor),
                        Arrays.stream(AddressKind.values())
                                .filter(kind -> kind != AddressKind.BROWSER && contacts.reachable(actor, kind))
                                .toList(),
                        address,
                        wishes,
                        kinds.declinable(actor),
                        preferences.declined(actor),
                        contacts.reachable(actor, AddressKind.BROWSER) && !media.demonstration(),
                        media.demonstration()),
                status);
    }
}
