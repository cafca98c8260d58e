package vn.thucchat.foundation.identity.duplicates.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.duplicates.PersonMerge;
import vn.thucchat.foundation.pages.Form;

/**
 * Merges that concern the reader's person.
 *
 * @param objected the one that the reader objects to, or null
 */
public record OwnDuplicatesPage(
        List<PersonMerge> merges, @Nullable PersonMerge objected, Form<?> form) {}
