package vn.thucchat.foundation.identity.provider.web;

import java.util.List;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.provider.AuthorizationRequest;

/** Asks a person to allow a client what it asks for. */
public record ConsentPage(AuthorizationRequest asked) {

    public String client() {
        return asked.client().name();
    }

    /** Where the person is sent. */
    public String origin() {
        return ClientPolicy.origin(asked.answerTo().redirectUri());
    }

    public boolean openid() {
        return asked.scopes().contains(ClientScope.OPENID.parameter());
    }

    public List<String> scopes() {
        return asked.optional();
    }

    /** The request, to be sent back. */
    public String query() {
        return asked.query().written();
    }
}
