package vn.thucchat.foundation.money.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.thucchat.foundation.money.formats.StatementFault.Reason;

/**
 * Reads the account reports, statements and notifications of ISO 20022: camt.052, camt.053 and camt.054 of any version,
 * told apart by the names of their tags and not by their namespace. Only what is booked becomes lines; a batch becomes a
 * line for each of its parts where they add up, else one line. An entry that cannot be taken is left out and noted.
 * Amounts are whole đồng.
 *
 * <p>The file is a stranger's: document types and entities are refused, and size, depth and lengths are bounded.
 */
public final class CamtReader {

    private CamtReader() {}

    /** @throws IOException when the stream itself fails; what is wrong with the file is a {@code Refused} */
    public static StatementFile read(InputStream file) throws IOException {
        var reading = new StatementReading();
        var found = new CamtStatements(reading);
        try {
            byte[] bytes = reading.bytes(file);
            Reader text = StatementEncoding.ofXml(bytes)
                    .orElseThrow(() -> reading.stop(0, Reason.ENCODING))
                    .reader(bytes);
            walk(text, found, reading);
            if (!found.messageSeen()) throw reading.stop(0, Reason.NOT_A_STATEMENT);
            reading.refuseWhatStatesNothing(found.statements());
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            reading.unreadable(line, e, Reason.NOT_XML);
        } catch (CharacterCodingException e) {
            reading.unreadable(0, e, Reason.NOT_XML);
        } catch (StatementReading.Stopped e) {
            // its fault has been told
        }
        return reading.result(found.statements());
    }

    private static void walk(Reader text, CamtStatements found, StatementReading reading) throws XMLStreamException {
        XMLStreamReader xml = factory().createXMLStreamReader(text);
        while (xml.hasNext()) {
            int event = xml.next();
            int line = xml.getLocation().getLineNumber();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT ->
                    found.open(xml.getLocalName(), xml.getAttributeValue(null, "Ccy"), line);
                case XMLStreamConstants.END_ELEMENT -> found.close(line);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> found.text(xml.getText(), line);
                case XMLStreamConstants.DTD,
                        XMLStreamConstants.ENTITY_REFERENCE,
                        XMLStreamConstants.ENTITY_DECLARATION -> throw reading.stop(line, Reason.DOCUMENT_TYPE);
                default -> {
                    // comments and instructions say nothing to us
                }
            }
        }
    }

    /** The JDK's own, made anew each time, as it is not said to be safe for several threads. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the file is read");
        });
        return factory;
    }
}
