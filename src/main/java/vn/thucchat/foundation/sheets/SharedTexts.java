package vn.thucchat.foundation.sheets;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The texts that cells name by number. A bomb of them ends at the number of cells we would read, or of characters. */
final class SharedTexts extends DefaultHandler {

    private final List<String> texts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final TextBudget budget;
    private final long most;
    private boolean inText;
    private int phonetic;

    SharedTexts(Limits limits, TextBudget budget) {
        this.budget = budget;
        this.most = (long) limits.rows() * limits.columns();
    }

    String at(String number) {
        try {
            return texts.get(Integer.parseInt(number));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new Stop(Reason.DAMAGED);
        }
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "si" -> text.setLength(0);
            case "rPh" -> phonetic++;
            case "t" -> inText = phonetic == 0;
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "si" -> {
                if (texts.size() == most) throw new Stop(Reason.UNPACKS_TOO_LARGE);
                texts.add(CellText.clean(text.toString()));
            }
            case "rPh" -> phonetic--;
            case "t" -> inText = false;
            default -> {}
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (!inText) return;
        budget.take(length);
        text.append(characters, start, length);
    }

    /** How many characters all texts of a workbook may have together, and how many cells it may have. */
    static final class TextBudget {
        private static final int MOST = 20_000_000;
        /** 50,000 rows of 30 columns. */
        private static final int MOST_CELLS = 1_500_000;

        private int left = MOST;
        private int cellsLeft = MOST_CELLS;

        void cell() {
            if (--cellsLeft < 0) throw new Stop(Reason.UNPACKS_TOO_LARGE);
        }

        void take(int characters) {
            left -= characters;
            if (left < 0) throw new Stop(Reason.UNPACKS_TOO_LARGE);
        }
    }
}
