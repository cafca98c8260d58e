package vn.thucchat.foundation.identity.duplicates.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.duplicates.PersonMerge;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.pages.Form;

/**
 * What a clerk proposes of a person.
 *
 * @param merges in which the person stands, the newest first
 * @param undone the one that is to be undone; null where two are to be merged
 */
public record CounterDuplicatesPage(
        Person person, List<PersonMerge> merges, @Nullable PersonMerge undone, Form<?> form) {

    public String path() {
        return person.path() + "/duplicates";
    }
}
