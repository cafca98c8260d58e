package vn.thucchat.foundation.identity.accounts;

import java.util.Collection;
import java.util.List;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;

/** Names of units for forms that give roles, known to the module of units. */
public interface UnitOptions {

    /** Those that exist today, the widest first; empty where they are too many for a list. */
    List<Option> of(Texts t, Collection<String> codes);

    /** Those of the codes that exist today and have the words in their name, with or without marks; the first 50. */
    List<Option> named(Texts t, Collection<String> codes, String name);
}
