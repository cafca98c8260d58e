package vn.thucchat.foundation.pages;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers the links that the rooms add to shared pages, in their order. */
@Component
public class Navigation {

    private final List<NavItem> main;
    private final List<NavItem> home;
    private final List<NavItem> footer;
    private final List<NavItem> elsewhere;

    public Navigation(Collection<RoomPages> rooms) {
        this.main = sorted(rooms, RoomPages::navigation);
        this.home = sorted(rooms, RoomPages::home);
        this.footer = sorted(rooms, RoomPages::footer);
        this.elsewhere = sorted(rooms, RoomPages::elsewhere);
    }

    /** The entries of the main navigation that the reader is shown. */
    public List<NavItem> main(PageContext reader) {
        return shown(main, reader);
    }

    /** The links of the home page that the reader is shown. */
    public List<NavItem> home(PageContext reader) {
        return shown(home, reader);
    }

    /** The footer links that the reader may see. */
    public List<NavItem> footer(PageContext reader) {
        return shown(footer, reader);
    }

    /** Links to pages below a path that the reader may see, and that stand nowhere else: {@code /id/sessions} of {@code /id}. */
    public List<NavItem> below(String path, PageContext reader) {
        return shown(elsewhere, reader).stream()
                .filter(item -> item.path().startsWith(path + "/"))
                .toList();
    }

    /** All pages that the reader is led to, each path once; as the home page names them, which says what is behind. */
    public List<NavItem> all(PageContext reader) {
        var byPath = new LinkedHashMap<String, NavItem>();
        Stream.of(main, footer, elsewhere, home)
                .flatMap(items -> shown(items, reader).stream())
                .forEach(item -> byPath.put(item.path(), item));
        return List.copyOf(byPath.values());
    }

    private static List<NavItem> shown(List<NavItem> all, PageContext reader) {
        return all.stream().filter(item -> item.shown().test(reader)).toList();
    }

    private static List<NavItem> sorted(Collection<RoomPages> rooms, Function<RoomPages, List<NavItem>> items) {
        return rooms.stream()
                .flatMap(room -> items.apply(room).stream())
                .sorted(Comparator.comparingInt(NavItem::order).thenComparing(NavItem::path))
                .toList();
    }
}
