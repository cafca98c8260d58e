package vn.thucchat.foundation.registers;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Seal;

/** Seals values and numbers, each for its own row alone, and makes the ids of subjects from their codes. */
@Component
record ValueSeal(Seal seal) {

    FieldValue close(SubjectId subject, FieldValue value) {
        return value.withValue(close(subject, value.id(), value.value()));
    }

    FieldValue open(FieldValueStore.Kept kept) {
        FieldValue value = kept.value();
        return value.withValue(open(kept.subject(), value.id(), value.value()));
    }

    String close(SubjectId subject, UUID row, String text) {
        return seal.close(text, purpose(subject, row));
    }

    String open(SubjectId subject, UUID row, String sealed) {
        return seal.open(sealed, purpose(subject, row));
    }

    private static String purpose(SubjectId subject, UUID row) {
        return "registers " + subject.value() + " " + row;
    }

    Paper open(PaperStore.Kept kept) {
        return kept.paper().withNumber(number(kept));
    }

    String number(PaperStore.Kept kept) {
        return open(kept.subject(), kept.paper().id(), kept.paper().number());
    }

    /** @param code as {@link SubjectCode} keeps it */
    SubjectId id(Subject.Kind kind, String code, boolean synthetic) {
        return new SubjectId(seal.id(code, "registers " + kind + (synthetic ? ", synthetic" : "")));
    }
}
