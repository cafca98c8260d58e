package vn.thucchat.foundation.identity.requests;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;

/** Deletes what rooms hold of a person and no law keeps, and closes the account. */
@Component
public class PersonalDataDeletion {

    private final List<PersonalDataSource> sources;

    PersonalDataDeletion(List<PersonalDataSource> sources) {
        this.sources = sources;
    }

    /**
     * Deletes in the transaction of the act that asks for it.
     *
     * @return a line for each purpose and how much of it was deleted: {@code identity.account 1}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> delete(UUID account) {
        return sources.stream()
                .map(source -> source.purpose() + " " + source.delete(account))
                .toList();
    }
}
