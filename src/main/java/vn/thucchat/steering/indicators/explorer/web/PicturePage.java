package vn.thucchat.steering.indicators.explorer.web;

import java.util.ArrayList;
import java.util.List;
import vn.thucchat.foundation.pages.Texts;

/**
 * The model of a picture that shows one view of the explorer outside its page.
 *
 * @param source how the figure is known, when the picture was made and where the figure stands, in one line
 */
public record PicturePage(ExplorerPage view, String source, boolean synthetic) {

    /** The characters that fit beside each other: 840 pixels, letters of 14. */
    private static final int LINE = 115;

    /** Whether there is nothing to draw. */
    public boolean empty() {
        return !new ExplorerDrawings.Drawing(view.map(), view.time(), view.units(), false).drawable();
    }

    /** A long line in two. */
    public List<String> lines(Texts t) {
        int middle = source.lastIndexOf(" · ");
        return middle < 0 ? List.of(source) : List.of(source.substring(0, middle), source.substring(middle + 3));
    }

    /** What is left out of the columns, in lines that fit the width of the picture; empty where nothing is. */
    public List<String> leftOut() {
        ExplorerPage.Daily columns = view.time() == null ? null : view.time().columns();
        return columns == null || columns.enough() == null ? List.of() : wrapped(columns.enough());
    }

    private static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        String rest = text;
        while (rest.length() > LINE) {
            int space = rest.lastIndexOf(' ', LINE);
            int end = space > 0 ? space : LINE;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }
}
