package vn.thucchat.foundation.identity.purposes;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Knows the purposes that all rooms state. */
@Service
public class DataPurposes {

    private final List<DataPurpose> all;

    DataPurposes(Collection<DataPurpose> stated) {
        all = stated.stream()
                .sorted(Comparator.comparing(DataPurpose::basis).thenComparing(DataPurpose::code))
                .toList();
        if (all.stream().map(DataPurpose::code).collect(Collectors.toSet()).size() < all.size())
            throw new IllegalStateException("Two purposes of one code: " + all);
    }

    /** Those of consent first. */
    public List<DataPurpose> all() {
        return all;
    }

    /** Those for which a person is asked. */
    public List<DataPurpose> byConsent() {
        return all.stream()
                .filter(purpose -> purpose.basis() == LegalBasis.CONSENT)
                .toList();
    }

    public Optional<DataPurpose> find(String code) {
        return all.stream().filter(purpose -> purpose.code().equals(code)).findFirst();
    }
}
