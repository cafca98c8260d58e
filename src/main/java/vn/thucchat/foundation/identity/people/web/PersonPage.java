package vn.thucchat.foundation.identity.people.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.Representation;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/**
 * A person, for whom they act and who acts for them.
 *
 * @param person null where an account belongs to nobody yet
 * @param kinds for whom somebody can act; none where the reader is the person
 * @param path of this page, to which its buttons send
 */
public record PersonPage(
        @Nullable Person person,
        List<Representation> by,
        List<Representation> of,
        Form<?> form,
        List<Option> kinds,
        String path,
        String purpose) {

    public boolean own() {
        return kinds.isEmpty();
    }
}
