package vn.thucchat.foundation.notify.push;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.notify.channels.AddressKind;
import vn.thucchat.foundation.notify.contacts.Contacts;
import vn.thucchat.foundation.pages.Result;

/** Browsers in which a person wants to get notices. */
@Service
public class Browsers {

    private final PushKeys keys;
    private final Contacts contacts;

    Browsers(PushKeys keys, Contacts contacts) {
        this.keys = keys;
        this.contacts = contacts;
    }

    /** The public key that a browser is given when it agrees. */
    public String key() {
        return keys.current().publicKey();
    }

    /** Adds the browser that speaks; the same one again changes nothing. */
    @Transactional
    public Result add(Actor actor, String endpoint, String p256dh, String auth, String key) {
        Optional<PushSubscription> read = PushSubscription.of(endpoint, p256dh, auth, key);
        if (read.isEmpty() || keys.find(key).isEmpty()) return Result.invalid("endpoint", "push.unfit");
        return contacts.addProved(actor, AddressKind.BROWSER, read.get().written());
    }
}
