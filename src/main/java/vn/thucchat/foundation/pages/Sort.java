package vn.thucchat.foundation.pages;

/**
 * The order of a list: by a column that an enum allows, up or down, so that no text of an address reaches a statement.
 * Written {@code NAME} or {@code -NAME}.
 */
public record Sort<C extends Enum<C>>(C by, boolean down) {

    /** @throws Problem 400 when the list has no such order */
    public static <C extends Enum<C>> Sort<C> read(String text, Class<C> columns) {
        boolean down = text.startsWith("-");
        String name = down ? text.substring(1) : text;
        for (C column : columns.getEnumConstants()) if (column.name().equals(name)) return new Sort<>(column, down);
        throw Problem.bad("sort", "table.sort.fault");
    }

    @Override
    public String toString() {
        return (down ? "-" : "") + by.name();
    }
}
