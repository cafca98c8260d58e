package vn.thucchat.foundation.signing.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.signing.AgencySigner;
import vn.thucchat.foundation.signing.TrustAnchor;
import vn.thucchat.foundation.signing.TrustAnchors;

/** Administrators of the province see whose signatures are believed; two real ones change it. */
@Controller
@RequestMapping(TrustAnchors.PATH)
record TrustAnchorsController(TrustAnchors anchors, AgencySigner signer, Accounts accounts, Pages pages) {

    private static final int PROOF_MINUTES = 10;

    @GetMapping
    @Allow(Roles.ADMINISTRATOR)
    View list(Actor actor, Texts t, Cursor cursor) {
        return page(actor, Form.blank(t), cursor, HttpStatus.OK);
    }

    @PostMapping
    @Allow(value = Roles.ADMINISTRATOR, recent = PROOF_MINUTES)
    View propose(
            Form<TrustAnchorForm> form,
            @RequestParam(required = false) @Nullable MultipartFile certificate,
            Actor actor,
            Flash flash)
            throws IOException {
        byte[] file = certificate == null ? new byte[0] : certificate.getBytes();
        return form.answer(
                typed -> anchors.propose(actor, file, typed.document()),
                _ -> flash.then("signing.anchor.proposed", TrustAnchors.PATH),
                (again, status) -> page(actor, again, Cursor.START, status));
    }

    @PostMapping("/{id}/{act}")
    @Allow(value = Roles.ADMINISTRATOR, recent = PROOF_MINUTES)
    View act(@PathVariable UUID id, @PathVariable String act, Actor actor, Flash flash) {
        if (!anchors.mayRead(actor)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        TrustAnchor.Act asked = Arrays.stream(TrustAnchor.Act.values())
                .filter(one -> one.word().equals(act))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("result.not-found"));
        return flash.then(anchors.act(actor, id, asked), "signing.anchor.done." + asked, TrustAnchors.PATH);
    }

    private View page(Actor actor, Form<?> form, Cursor cursor, HttpStatus status) {
        if (!anchors.mayRead(actor)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        Slice<TrustAnchor> rows = anchors.page(actor, cursor);
        var names = new HashMap<UUID, String>();
        List<UUID> people = rows.items().stream()
                .flatMap(row -> Stream.of(row.change().askedBy(), row.change().decidedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        for (UUID person : people) accounts.find(person).ifPresent(account -> names.put(person, account.name()));
        return pages.show(
                "foundation/signing/anchors",
                new TrustAnchorsPage(
                        rows,
                        names,
                        new TrustAnchorsPage.Key(signer.named(), signer.status().orElse(null)),
                        form,
                        anchors.mayChange(actor),
                        actor.account()),
                status);
    }
}
