package vn.thucchat.foundation.identity.clients.web;

import java.util.List;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;

/** The form for a new client. */
public record NewClientPage(Form<?> form) {

    public List<Option> kinds(Texts t) {
        return Option.all(t, "identity.client.kind.", ClientForm.Kind.values());
    }

    public List<String> scopes() {
        return ClientScope.NAMES;
    }
}
