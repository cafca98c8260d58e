package vn.thucchat.foundation.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads a spreadsheet that a stranger sent: XLSX or CSV, told apart by what is in it, never by its name. Formulas are
 * never evaluated and their stored results not believed; whatever we do not take refuses the whole file with its cell.
 * Time and memory are bounded by the {@link Limits}, whatever the file contains.
 */
public final class Spreadsheets {

    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private Spreadsheets() {}

    /** @throws IOException when the stream itself fails; what is wrong with the file is a {@code Refused} */
    public static SheetReading read(InputStream upload, Limits limits) throws IOException {
        byte[] file = upload.readNBytes(limits.uploadBytes() + 1);
        try {
            if (file.length > limits.uploadBytes())
                throw new Stop(Reason.TOO_LARGE, Integer.toString(limits.uploadBytes() / 1_000_000));
            if (file.length == 0) throw new Stop(Reason.EMPTY);
            if (ZipDirectory.looksLikeZip(file)) return xlsx(file, limits);
            if (isOle(file)) throw new Stop(ole(file));
            if (CsvFile.startsWith(file, "%PDF".getBytes(StandardCharsets.US_ASCII)))
                throw new Stop(Reason.OTHER_FORMAT);
            return CsvFile.read(file, limits);
        } catch (Stop stop) {
            return stop.refused;
        }
    }

    /**
     * Reads all visible sheets of an XLSX, or of the binary XLS of before 2007, that a program wrote, such as a bank's
     * statement: a formula among the totals or a payer's "=" refuses nothing there, but is no number either.
     */
    public static BookReading book(byte[] file, Limits limits) {
        try {
            if (file.length > limits.uploadBytes())
                throw new Stop(Reason.TOO_LARGE, Integer.toString(limits.uploadBytes() / 1_000_000));
            List<SheetReading.Sheet> sheets = isZip(file) ? XlsxFile.keep(file, limits) : XlsFile.keep(file, limits);
            if (sheets.isEmpty()) throw new Stop(Reason.EMPTY);
            return new BookReading.Book(sheets);
        } catch (Stop stop) {
            return new BookReading.Refused(stop.refused);
        } catch (IOException e) {
            // all in memory: it is the archive or its text that is broken
            return new BookReading.Refused(new SheetReading.Refused(Reason.DAMAGED, null));
        }
    }

    /** Whether {@link #book} may know it, by its first bytes. */
    public static boolean isBook(byte[] file) {
        return isZip(file) || isOle(file);
    }

    private static boolean isZip(byte[] file) {
        return file.length > 0 && ZipDirectory.looksLikeZip(file);
    }

    static boolean isOle(byte[] file) {
        return CsvFile.startsWith(file, OLE);
    }

    private static SheetReading xlsx(byte[] file, Limits limits) {
        try {
            return XlsxFile.read(file, limits);
        } catch (IOException e) {
            // all in memory: it is the archive or its text that is broken
            throw new Stop(Reason.DAMAGED);
        }
    }

    /** An encrypted XLSX is wrapped in the old binary container, under a name in UTF-16 (MS-OFFCRYPTO 2.3.4.4). */
    static Reason ole(byte[] file) {
        String container = new String(file, StandardCharsets.ISO_8859_1);
        String wrapped =
                new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return container.contains(wrapped) ? Reason.ENCRYPTED : Reason.OLD_EXCEL;
    }
}
