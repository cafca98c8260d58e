package vn.thucchat.foundation.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** How the cells of each style show a number: that is all that tells a day from a number in XLSX. */
final class SheetStyles extends DefaultHandler {

    enum Shown {
        NUMBER,
        PERCENT,
        DATE
    }

    /** What spreadsheet programs themselves allow. */
    private static final int MOST = 65_536;

    private static final int LONGEST_FORMAT = 255;

    private final Map<String, String> formats = new HashMap<>();
    private final List<Shown> styles = new ArrayList<>();
    private boolean inCellStyles;

    Shown shown(@Nullable String style) {
        if (style == null) return Shown.NUMBER;
        try {
            return styles.get(Integer.parseInt(style));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new Stop(Reason.DAMAGED);
        }
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "numFmt" -> {
                if (formats.size() == MOST) throw new Stop(Reason.UNPACKS_TOO_LARGE);
                formats.put(attribute(attributes, "numFmtId"), attribute(attributes, "formatCode"));
            }
            case "cellXfs" -> inCellStyles = true;
            case "xf" -> {
                if (!inCellStyles) return;
                if (styles.size() == MOST) throw new Stop(Reason.UNPACKS_TOO_LARGE);
                styles.add(shownBy(attribute(attributes, "numFmtId")));
            }
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (name.equals("cellXfs")) inCellStyles = false;
    }

    private Shown shownBy(String id) {
        int number = id.matches("\\d{1,6}") ? Integer.parseInt(id) : 0;
        String format = Optional.ofNullable(formats.get(id))
                .or(() -> Optional.ofNullable(BuiltinFormats.getBuiltinFormat(number)))
                .orElse("General");
        if (format.length() > LONGEST_FORMAT) return Shown.NUMBER;
        if (DateUtil.isADateFormat(number, format)) return Shown.DATE;
        return format.contains("%") ? Shown.PERCENT : Shown.NUMBER;
    }

    private static String attribute(Attributes attributes, String name) {
        return Optional.ofNullable(attributes.getValue(name)).orElse("");
    }
}
