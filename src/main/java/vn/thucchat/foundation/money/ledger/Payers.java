package vn.thucchat.foundation.money.ledger;

import java.util.Optional;
import java.util.UUID;

/**
 * Who owes what was asked for, known to the module that asked: a paper receipt says who paid. A module registers what it
 * knows as a bean.
 */
public interface Payers {

    /**
     * @param origin the kind of thing that was asked for, in its module's word
     * @param originId the module's own record of it
     * @return the name as papers write it; empty when it is not this module's, or nobody is known
     */
    Optional<String> name(String origin, UUID originId);
}
