package vn.thucchat.foundation.identity.people.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/**
 * The counter: one field for the card.
 *
 * @param unknown the number, masked, of a person who is new here and is asked for a name; or null
 */
public record CounterPage(
        Form<?> form, List<Option> purposes, @Nullable String unknown) {}
