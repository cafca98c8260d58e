package vn.thucchat.steering.indicators.explorer.web;

import vn.thucchat.foundation.pages.Texts;

/**
 * The model of a picture that shows one view of the explorer outside its page.
 *
 * @param source how the figure is known, when the picture was made and where the figure stands, in one line
 */
public record PicturePage(ExplorerPage view, String source, boolean synthetic) {

    /** Whether there is nothing to draw. */
    public boolean empty() {
        ExplorerPage.Time time = view.time();
        ExplorerPage.UnitComparison units = view.units();
        return view.map() == null
                && (time == null || !time.drawable())
                && (units == null || !units.spread().drawable());
    }

    /** A long line in two. */
    public java.util.List<String> lines(Texts t) {
        int middle = source.lastIndexOf(" · ");
        return middle < 0
                ? java.util.List.of(source)
                : java.util.List.of(source.substring(0, middle), source.substring(middle + 3));
    }
}
