package vn.thucchat.foundation.sheets;

/**
 * How much of a spreadsheet is read before it is refused.
 *
 * @param rows rows that hold something
 * @param columns the last column that may hold something
 * @param uploadBytes the size of the file as sent
 * @param unpackedBytes what all its read parts may unpack to
 */
public record Limits(int rows, int columns, int uploadBytes, long unpackedBytes) {

    /** 20,000 rows, 60 columns, 5 MB as sent, 100 MB unpacked. */
    public static final Limits USUAL = new Limits(20_000, 60, 5_000_000, 100_000_000);

    public Limits {
        if (rows < 1 || columns < 1 || uploadBytes < 1 || unpackedBytes < 1)
            throw new IllegalArgumentException("limits are positive");
    }
}
