package vn.thucchat.foundation.money.bankfeeds;

/** A field of a reported transaction that makes no sense. */
final class UnfitField extends Exception {

    private final String field;

    UnfitField(String field) {
        super(field, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }
}
