package vn.thucchat.foundation.money.accounts;

import vn.thucchat.foundation.identity.access.Actor;

/**
 * Whose an account is, known to the module that uses it: its owner reads what moved on it without keeping its books. A
 * module registers what it knows as a bean.
 */
public interface OwnAccounts {

    /** @param account the payments module's number */
    boolean owns(Actor actor, int account);
}
