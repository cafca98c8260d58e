package vn.thucchat.foundation.registers;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.thucchat.foundation.pages.Texts;

/** A thing that can be held of a subject: of which kinds of subjects, what its values look like, whether a card says it. */
public enum RegisterField {
    FULL_NAME(Group.IDENTITY, FieldType.TEXT, true, Subject.Kind.PERSON),
    BIRTH_DATE(Group.IDENTITY, FieldType.DAY, true, Subject.Kind.PERSON),
    SEX(Group.IDENTITY, FieldType.SEX, true, Subject.Kind.PERSON),
    PLACE_OF_ORIGIN(Group.IDENTITY, FieldType.TEXT, true, Subject.Kind.PERSON),
    CARD_ISSUED_ON(Group.IDENTITY, FieldType.DAY, true, Subject.Kind.PERSON),
    /** a commune by its code, beside the line below it: house, street, village */
    PERMANENT_COMMUNE(Group.RESIDENCE, FieldType.COMMUNE, false, Subject.Kind.PERSON, Subject.Kind.HOUSEHOLD),
    PERMANENT_ADDRESS(Group.RESIDENCE, FieldType.TEXT, true, Subject.Kind.PERSON, Subject.Kind.HOUSEHOLD),
    TEMPORARY_COMMUNE(Group.RESIDENCE, FieldType.COMMUNE, false, Subject.Kind.PERSON),
    TEMPORARY_ADDRESS(Group.RESIDENCE, FieldType.TEXT, false, Subject.Kind.PERSON),
    PHONE(Group.CONTACT, FieldType.PHONE, false, Subject.Kind.PERSON, Subject.Kind.BUSINESS),
    EMAIL(Group.CONTACT, FieldType.EMAIL, false, Subject.Kind.PERSON, Subject.Kind.BUSINESS),
    BUSINESS_NAME(Group.BUSINESS, FieldType.TEXT, true, Subject.Kind.BUSINESS),
    BUSINESS_KIND(Group.BUSINESS, FieldType.TEXT, true, Subject.Kind.BUSINESS),
    BUSINESS_LINE(Group.BUSINESS, FieldType.TEXT, true, Subject.Kind.BUSINESS),
    BUSINESS_COMMUNE(Group.BUSINESS, FieldType.COMMUNE, false, Subject.Kind.BUSINESS),
    BUSINESS_ADDRESS(Group.BUSINESS, FieldType.TEXT, true, Subject.Kind.BUSINESS),
    LEGAL_REPRESENTATIVE(Group.BUSINESS, FieldType.TEXT, true, Subject.Kind.BUSINESS),
    REGISTERED_ON(Group.BUSINESS, FieldType.DAY, true, Subject.Kind.BUSINESS);

    /** Under which heading a page shows it. */
    public enum Group {
        IDENTITY,
        RESIDENCE,
        CONTACT,
        BUSINESS;

        public String key() {
            return "registers.group." + this;
        }
    }

    private final Group group;
    private final FieldType type;
    private final boolean onCard;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Subject.Kind> kinds;

    RegisterField(Group group, FieldType type, boolean onCard, Subject.Kind first, Subject.Kind... others) {
        this.group = group;
        this.type = type;
        this.onCard = onCard;
        this.kinds = Set.copyOf(EnumSet.of(first, others));
    }

    public Group group() {
        return group;
    }

    FieldType type() {
        return type;
    }

    /**
     * A value as a reader reads it: {@code 12/4/1988}, {@code Nữ}, the name of a commune.
     *
     * @param communes names of communes by their codes
     */
    public String shown(Texts t, String value, UnaryOperator<String> communes) {
        return switch (type) {
            case DAY -> t.date(LocalDate.parse(value));
            case SEX -> t.of("registers.sex." + value);
            case COMMUNE -> communes.apply(value);
            case TEXT, PHONE, EMAIL -> value;
        };
    }

    /** Whether a card or certificate that is read at a counter says it. */
    public boolean onCard() {
        return onCard;
    }

    /** Whether it can be held of a kind of subjects. */
    public boolean isOf(Subject.Kind kind) {
        return kinds.contains(kind);
    }

    /** All that can be held of a kind of subjects, in the order of pages. */
    public static List<RegisterField> of(Subject.Kind kind) {
        return Stream.of(values()).filter(field -> field.isOf(kind)).toList();
    }

    public String key() {
        return "registers.field." + this;
    }
}
