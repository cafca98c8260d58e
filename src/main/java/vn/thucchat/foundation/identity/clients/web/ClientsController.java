package vn.thucchat.foundation.identity.clients.web;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientGrant;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.foundation.identity.clients.MachineAccounts;
import vn.thucchat.foundation.identity.clients.PublicKeys;
import vn.thucchat.foundation.identity.clients.RedirectUris;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/** Registered clients: the list, a new one, its review, its secret, its end. */
@Controller
@RequestMapping(ClientsController.PATH)
record ClientsController(Clients clients, MachineAccounts machines, Pages pages) {

    static final String PATH = "/admin/clients";
    private static final int MOST_ADDRESSES = 10;

    @GetMapping
    @Allow(Roles.ADMINISTRATOR)
    View list(Cursor cursor, Actor actor) {
        Slice<Client> shown = clients.page(actor, cursor);
        return pages.show(
                "foundation/identity/clients/clients",
                new ClientsPage(shown.items(), Table.of(PATH, ClientsPage.COLUMNS, cursor, shown)));
    }

    @GetMapping("/new")
    @Allow(Roles.ADMINISTRATOR)
    View form(Actor actor, Texts t) {
        if (!clients.mayRead(actor)) throw Problem.of(HttpStatus.FORBIDDEN, "identity.client.not-allowed");
        return form(Form.blank(t, Map.of("scopes", "openid")), HttpStatus.OK);
    }

    @PostMapping
    @Allow(Roles.ADMINISTRATOR)
    View register(Form<ClientForm> form, Actor actor) {
        ClientForm typed = form.soFar();
        UUID machine = machines.find(actor, typed.machine()).orElse(null);
        Form<?> checked = checked(form, typed, machine);
        if (checked.wrong()) return form(checked, HttpStatus.UNPROCESSABLE_CONTENT);
        Clients.Registered made = clients.register(actor, typed.draft(machine));
        if (!(made.result() instanceof Result.Done(UUID id)) || id == null)
            return form(form.with(made.result()), made.result().status());
        // shown here and now: a redirect would have to keep the secret somewhere
        return page(actor, id, made.secret());
    }

    @GetMapping("/{id}")
    @Allow(Roles.ADMINISTRATOR)
    View show(@PathVariable UUID id, Actor actor) {
        return page(actor, id, null);
    }

    @PostMapping("/{id}/reviewed")
    @Allow(Roles.ADMINISTRATOR)
    View review(@PathVariable UUID id, @RequestParam(defaultValue = "0") int version, Actor actor, Flash flash) {
        return flash.then(clients.review(actor, id, version), "identity.client.reviewed-now", PATH + "/" + id);
    }

    @PostMapping("/{id}/disabled")
    @Allow(Roles.ADMINISTRATOR)
    View disable(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam boolean disabled,
            Actor actor,
            Flash flash) {
        return flash.then(clients.disable(actor, id, version, disabled), "identity.client.changed", PATH + "/" + id);
    }

    @PostMapping("/{id}/secret")
    @Allow(Roles.ADMINISTRATOR)
    View secret(@PathVariable UUID id, @RequestParam(defaultValue = "0") int version, Actor actor) {
        Clients.Registered made = clients.changeSecret(actor, id, version);
        if (!(made.result() instanceof Result.Done)) throw made.result().problem();
        return page(actor, id, made.secret());
    }

    private View page(Actor actor, UUID id, @Nullable String secret) {
        Client client = clients.find(actor, id).orElseThrow(() -> Problem.notFound("result.not-found"));
        UUID account = client.calls().machine();
        String machine = account == null ? "" : machines.name(account);
        return pages.show(
                "foundation/identity/clients/client",
                new ClientPage(client, clients.mayChange(actor, client), secret, machine));
    }

    private View form(Form<?> form, HttpStatus status) {
        return pages.show("foundation/identity/clients/new-client", new NewClientPage(form), status);
    }

    /** All that is wrong with what was typed. */
    private static Form<ClientForm> checked(Form<ClientForm> form, ClientForm typed, @Nullable UUID machine) {
        Client.Terms terms = typed.terms();
        boolean people = typed.chosen().people();
        Form<ClientForm> told = form;
        if (typed.name().isBlank() || typed.name().length() > 120)
            told = told.with("name", "identity.client.name.fault");
        if (!typed.clientId().matches("[a-z0-9][a-z0-9-]{1,39}"))
            told = told.with("clientId", "identity.client.id.fault");
        boolean sent = terms.may(ClientGrant.AUTHORIZATION_CODE);
        if (sent == terms.redirectUris().isEmpty() || !fit(terms.redirectUris()))
            told = told.with(
                    "redirectUris", people ? "identity.client.redirects.fault" : "identity.client.redirects.none");
        if (!fit(terms.logoutUris())) told = told.with("logoutUris", "identity.client.redirects.fault");
        boolean api = !people && ClientScope.API.containsAll(terms.scopes());
        if (people ? terms.scopes().isEmpty() : !api)
            told = told.with("scopes", people ? "identity.client.scopes.fault" : "identity.client.scopes.none");
        // who calls our API in its own name does so by an account, and nobody else has one for it
        boolean called = api && !terms.scopes().isEmpty();
        if (called != (machine != null) || (machine == null && !typed.machine().isBlank()))
            told = told.with("machine", "identity.client.machine.fault");
        String logoutUri = typed.logoutUri();
        if (logoutUri != null && (!people || !(https(logoutUri) || RedirectUris.loopback(logoutUri))))
            told = told.with("backchannelUri", "identity.client.backchannel.fault");
        if (typed.device() && (!people || typed.chosen() == ClientForm.Kind.FAPI))
            told = told.with("device", "identity.client.device.fault");
        if (typed.withoutPkce() && typed.chosen() != ClientForm.Kind.SITE)
            told = told.with("withoutPkce", "identity.client.pkce.fault");
        String scopes = scopes(typed);
        if (scopes != null) told = told.with("scopes", scopes);
        String keys = keys(typed);
        return keys == null ? told : told.with("jwks", keys);
    }

    /** The key of what is wrong with scopes that a weaker client asks for, or null. */
    private static @Nullable String scopes(ClientForm typed) {
        Set<String> chosen = typed.terms().scopes();
        boolean goesOn = chosen.contains(ClientScope.OFFLINE_ACCESS.parameter());
        if (typed.withoutPkce() && (goesOn || !Collections.disjoint(chosen, ClientScope.API)))
            return "identity.client.pkce.scopes";
        if (typed.device() && chosen.contains(ClientScope.API_WRITE.parameter())) return "identity.client.device.write";
        return typed.device() && goesOn && !typed.chosen().confidential() ? "identity.client.device.offline" : null;
    }

    /** The key of what is wrong with the keys, or null. */
    private static @Nullable String keys(ClientForm typed) {
        Client.Security security = typed.security();
        if (!typed.chosen().confidential() && security.keys()) return "identity.client.jwks.none";
        if (security.jwks() != null && security.jwksUri() != null) return "identity.client.jwks.twice";
        if (security.fapi() && !security.keys()) return "identity.client.jwks.fault";
        boolean fit = (security.jwks() == null || PublicKeys.fit(security.jwks()))
                && (security.jwksUri() == null || PublicKeys.fitAddress(security.jwksUri()));
        return fit ? null : "identity.client.jwks.fault";
    }

    private static boolean https(String uri) {
        return uri.startsWith("https://") && RedirectUris.fit(uri);
    }

    private static boolean fit(List<String> uris) {
        return uris.size() <= MOST_ADDRESSES && uris.stream().allMatch(RedirectUris::fit);
    }
}
