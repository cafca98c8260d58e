package vn.thucchat.foundation.sheets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Streams one XML part of an office document. Such parts are UTF-8 and have tags and text, nothing else: a document
 * type (entities!), comments, processing instructions, or a tag or text longer than any cell ends the reading before
 * the parser could buffer or fetch anything.
 */
final class XmlPart {

    private static final SAXParserFactory PARSERS = parsers();

    /** A cell's text in UTF-8, twice over. */
    private static final int LONGEST_RUN = 256 * 1024;

    private XmlPart() {}

    static void read(InputStream part, DefaultHandler handler) throws IOException {
        var source = new InputSource(new TagsOnly(part));
        source.setEncoding("UTF-8");
        try {
            PARSERS.newSAXParser().parse(source, handler);
        } catch (SAXException | ParserConfigurationException e) {
            throw new Stop(Reason.DAMAGED);
        }
    }

    private static SAXParserFactory parsers() {
        try {
            var factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory;
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class TagsOnly extends FilterInputStream {
        private int sinceTag;
        private int previous;
        private boolean declarationSeen;

        TagsOnly(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) check(next);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            for (int i = offset; i < offset + read; i++) check(buffer[i]);
            return read;
        }

        private void check(int next) {
            sinceTag = next == '<' ? 0 : sinceTag + 1;
            if (sinceTag > LONGEST_RUN) throw new Stop(Reason.UNPACKS_TOO_LARGE);
            if (previous == '<' && (next == '!' || (next == '?' && declarationSeen))) throw new Stop(Reason.DAMAGED);
            if (previous == '<') declarationSeen = true;
            previous = next;
        }
    }
}
