package vn.thucchat.foundation.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** What {@code workbook.xml} says: which sheets there are, where, and from which year days count. */
final class Workbook extends DefaultHandler {

    /** @param relation the id under which the workbook's relations name its part */
    record Listed(String name, String relation) {}

    private final Strictness strictness;
    final List<Listed> sheets = new ArrayList<>();
    boolean daysFrom1904;

    Workbook(Strictness strictness) {
        this.strictness = strictness;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        if (name.equals("workbookPr")) daysFrom1904 = truth(attributes.getValue("date1904"));
        if (!name.equals("sheet")) return;
        String title =
                CellText.clean(Optional.ofNullable(attributes.getValue("name")).orElse(""));
        @Nullable String state = attributes.getValue("state");
        if (state != null && !state.equals("visible")) {
            if (strictness == Strictness.KEEP) return;
            throw new Stop(Reason.HIDDEN_SHEET, title);
        }
        for (int i = 0; i < attributes.getLength(); i++)
            if (attributes.getLocalName(i).equals("id") && !attributes.getURI(i).isEmpty())
                sheets.add(new Listed(title, attributes.getValue(i)));
    }

    static boolean truth(@Nullable String value) {
        return value != null && (value.equals("1") || value.equals("true"));
    }

    /** A part's relations to others (OPC, ECMA-376 part 2, 9.3). */
    static final class Relations extends DefaultHandler {

        /** @param type the last word of the relation's type: the rest differs between editions of the standard */
        record Relation(String type, String path) {}

        private final String folder;
        final Map<String, Relation> byId = new HashMap<>();

        /** @param folder of the part whose relations these are, with its slash: {@code xl/} */
        Relations(String folder) {
            this.folder = folder;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            @Nullable String id = attributes.getValue("Id");
            @Nullable String type = attributes.getValue("Type");
            @Nullable String target = attributes.getValue("Target");
            if (!name.equals("Relationship") || id == null || type == null || target == null) return;
            if ("External".equals(attributes.getValue("TargetMode"))) throw new Stop(Reason.EXTERNAL_LINKS);
            String path = target.startsWith("/") ? target.substring(1) : folder + target;
            byId.put(id, new Relation(type.substring(type.lastIndexOf('/') + 1), path));
        }

        Optional<String> path(String type) {
            return byId.values().stream()
                    .filter(relation -> relation.type().equals(type))
                    .map(Relation::path)
                    .findFirst();
        }
    }

    /** The declared kinds of the parts: a workbook with macros says so here even when it hides them. */
    static final class Kinds extends DefaultHandler {
        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            @Nullable String kind = attributes.getValue("ContentType");
            if (kind == null) return;
            if (kind.contains("sheet.binary")) throw new Stop(Reason.OTHER_FORMAT);
            if (kind.contains("macroEnabled") || kind.contains("macrosheet") || kind.contains("vbaProject"))
                throw new Stop(Reason.ACTIVE_CONTENT);
        }
    }
}
