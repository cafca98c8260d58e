package vn.thucchat.foundation.papers;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Gives a paper the table of contents that PDF readers show beside it: its {@code h2}, and below each its {@code h3}. */
final class Bookmarks {

    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private Bookmarks() {}

    static void add(Document document) {
        NodeList heads = document.getElementsByTagNameNS("*", "head");
        if (heads.getLength() == 0) return;
        Element list = document.createElementNS(XHTML, "bookmarks");
        @Nullable Element section = null;
        NodeList all = document.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            var heading = (Element) all.item(i);
            boolean top = heading.getLocalName().equals("h2");
            if (!top && !heading.getLocalName().equals("h3")) continue;
            Element bookmark = bookmark(document, heading, i);
            if (top || section == null) list.appendChild(bookmark);
            else section.appendChild(bookmark);
            if (top) section = bookmark;
        }
        if (list.hasChildNodes()) heads.item(0).appendChild(list);
    }

    private static Element bookmark(Document document, Element heading, int number) {
        if (heading.getAttribute("id").isEmpty()) heading.setAttribute("id", "heading-" + number);
        Element bookmark = document.createElementNS(XHTML, "bookmark");
        bookmark.setAttribute("name", heading.getTextContent().strip().replaceAll("\\s+", " "));
        bookmark.setAttribute("href", "#" + heading.getAttribute("id"));
        return bookmark;
    }
}
