package vn.thucchat.foundation.identity.people;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.purposes.OwnerAccounts;

/**
 * Maps duplicate person records to the one record that is used for both. Nothing that was written of either is changed by it; {@code duplicates} decides when.
 */
@Service
public class PersonAliases implements OwnerAccounts {

    private final PersonAliasStore store;
    private final PersonStore people;
    private final PersonRegistry registry;
    private final RepresentationStore representations;
    private final InstantSource clock;

    PersonAliases(
            PersonAliasStore store,
            PersonStore people,
            PersonRegistry registry,
            RepresentationStore representations,
            InstantSource clock) {
        this.store = store;
        this.people = people;
        this.registry = registry;
        this.representations = representations;
        this.clock = clock;
    }

    /** Holds persons until the transaction ends, so that of two who merge them one comes after the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<UUID> persons) {
        people.lock(persons);
    }

    /** The person who answers for one: itself, where nobody else does. */
    public UUID staying(UUID person) {
        return store.staying(person);
    }

    /** A person and those for whom it answers. */
    public List<UUID> all(UUID person) {
        return store.all(person);
    }

    /** Persons whose merges concern an account: its own, those that were merged with it. */
    public List<UUID> concerning(UUID account) {
        return store.personsOf(account);
    }

    /** All accounts of a person and of those for whom it answers. */
    public List<UUID> accounts(UUID person) {
        return store.accounts(person);
    }

    /** Whether a person is kept under a personal number of 12 digits, and not under that of an old card. */
    public boolean personal(UUID person) {
        return registry.number(person).personal();
    }

    /** Whether one acts for the other: they would act for themselves. */
    public boolean represents(UUID one, UUID other) {
        return representations.between(store.all(one), store.all(other), BusinessTime.day(clock.instant()));
    }

    /** From now on one person answers for the other, and for whom that one answered. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void join(UUID goes, UUID stays) {
        store.join(goes, stays);
    }

    /** Lets a person answer for itself again, and for those that were merged into it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean split(UUID goes) {
        return store.split(goes);
    }

    @Override
    public List<UUID> others(UUID account) {
        return store.otherAccounts(account);
    }

    @Override
    public boolean sameOwner(UUID account, UUID other) {
        return account.equals(other) || store.sameOwner(account, other);
    }
}
