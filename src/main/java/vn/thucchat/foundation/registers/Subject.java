package vn.thucchat.foundation.registers;

/**
 * Whom the registers hold something of.
 *
 * @param code of a household or business as pages show it, such as {@code 4600000016}; of one that may be a person's number
 *     the middle is left out; empty for a person
 */
public record Subject(SubjectId id, Kind kind, boolean synthetic, String code) {

    /** What a subject is. */
    public enum Kind {
        /** a person of {@code foundation.identity.people} */
        PERSON,
        /** hộ gia đình, by the code of its residence file */
        HOUSEHOLD,
        /** doanh nghiệp or hộ kinh doanh, by its tax code or registration number */
        BUSINESS;

        public String key() {
            return "registers.kind." + this;
        }
    }

    static Subject person(SubjectId id, boolean synthetic) {
        return new Subject(id, Kind.PERSON, synthetic, "");
    }

    /** The path of the subject's page at the counter, by which the access log names it. */
    public String path() {
        return "/registers/" + id.value();
    }
}
