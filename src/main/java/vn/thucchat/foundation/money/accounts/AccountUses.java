package vn.thucchat.foundation.money.accounts;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * What receiving accounts are used for, known to the module that uses them: accounts of one holder look alike without it. A
 * module registers what it knows as a bean.
 */
public interface AccountUses {

    /** The name of what uses each account ({@code Chợ Minh Hoạ}), by the payments module's numbers; none where it is not known. */
    Map<Integer, String> names(Collection<Integer> accounts);

    /** The accounts of what has some words in its name, with or without marks. */
    Set<Integer> find(String words);
}
