package vn.thucchat.foundation.pages;

import java.util.List;

/** Declares what one room adds to pages that all rooms share. Found by type; a room has at most one bean of it. */
public interface RoomPages {

    /** Links in the main navigation. */
    default List<NavItem> navigation() {
        return List.of();
    }

    /** Links on the home page of those who work here. */
    default List<NavItem> home() {
        return List.of();
    }

    /** Links at the foot of every page. */
    default List<NavItem> footer() {
        return List.of();
    }

    /** Links to pages that stand in none of these: search finds them. */
    default List<NavItem> elsewhere() {
        return List.of();
    }

    /** Patterns of addresses outside {@code /api/v1} that programs call, for the description of the API. */
    default List<String> apiPaths() {
        return List.of();
    }
}
