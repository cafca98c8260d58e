package vn.thucchat.foundation.papers;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Finds where a line may end, never within a number: {@code 5/7}, {@code 30/6/2026}, {@code +1.274,53%} stay whole, and
 * {@code 313/} of a document's {@code 313/BC-UBND}.
 */
final class NumberBreaks implements FSTextBreaker {

    private static final String BETWEEN = ".,/:";
    private static final String BEFORE = "+-−≈<>≤≥";

    private final FSTextBreaker breaks = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.of("vi")));
    private String text = "";

    @Override
    public void setText(String newText) {
        text = newText;
        breaks.setText(newText);
    }

    @Override
    public int next() {
        int at = breaks.next();
        while (at > 0 && at < text.length() && withinNumber(at)) at = breaks.next();
        return at;
    }

    private boolean withinNumber(int at) {
        if (digit(at))
            return digit(at - 1) || BEFORE.indexOf(text.charAt(at - 1)) >= 0 || (between(at - 1) && digit(at - 2));
        return digit(at - 1) && (text.charAt(at) == '%' || between(at));
    }

    private boolean digit(int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }

    private boolean between(int at) {
        return BETWEEN.indexOf(text.charAt(at)) >= 0;
    }
}
