package vn.thucchat.foundation.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of one binary XLS (BIFF8), record by record, as POI hands them over: it makes no objects of the whole
 * workbook. Whatever POI throws at a broken file, the file is damaged.
 */
final class XlsFile implements HSSFListener {

    private static final int MOST_SHEETS = 100;
    /** Excel writes times as parts of a day, in 64-bit numbers. */
    private static final double DAY_AFTER_9999 = 2_958_466;

    private final Limits limits;
    private final SharedTexts.TextBudget budget = new SharedTexts.TextBudget();
    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(this);
    private final List<BoundSheetRecord> bound = new ArrayList<>();
    private final List<SheetReading.Sheet> sheets = new ArrayList<>();
    private final TreeMap<Integer, List<Cell>> rows = new TreeMap<>();
    private @Nullable SSTRecord texts;
    private boolean daysFrom1904;
    private int sheet = -1;

    private XlsFile(Limits limits) {
        this.limits = limits;
    }

    static List<SheetReading.Sheet> keep(byte[] file, Limits limits) throws IOException {
        if (Spreadsheets.ole(file) == Reason.ENCRYPTED) throw new Stop(Reason.ENCRYPTED);
        var reading = new XlsFile(limits);
        var request = new HSSFRequest();
        request.addListenerForAllRecords(reading.formats);
        try (var container = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            new HSSFEventFactory().processWorkbookEvents(request, container);
        } catch (org.apache.poi.EncryptedDocumentException e) {
            throw new Stop(Reason.ENCRYPTED);
        } catch (Stop stop) {
            throw stop;
        } catch (RuntimeException e) {
            throw new Stop(Reason.DAMAGED);
        }
        reading.endSheet();
        return reading.sheets;
    }

    @Override
    public void processRecord(Record read) {
        switch (read) {
            case BoundSheetRecord one -> bound.add(one);
            case BOFRecord begin when begin.getType() == BOFRecord.TYPE_WORKSHEET -> beginSheet();
            case DateWindow1904Record window -> daysFrom1904 = window.getWindowing() == 1;
            case SSTRecord all -> texts = all;
            case LabelSSTRecord label -> text(label, shared(label.getSSTIndex()));
            case LabelRecord label -> text(label, label.getValue());
            case NumberRecord number -> number(number, number.getValue());
            case RKRecord number -> number(number, number.getRKNumber());
            case FormulaRecord formula -> text(formula, Strictness.FORMULA);
            default -> {
                // looks, widths, pictures
            }
        }
    }

    private void beginSheet() {
        endSheet();
        sheet++;
        if (sheet == MOST_SHEETS) throw new Stop(Reason.TOO_MANY_ROWS);
    }

    private void endSheet() {
        boolean visible = sheet >= 0
                && (sheet >= bound.size()
                        || !(bound.get(sheet).isHidden() || bound.get(sheet).isVeryHidden()));
        if (visible && !rows.isEmpty()) {
            var all = new ArrayList<SheetReading.Row>();
            rows.forEach((number, cells) -> all.add(new SheetReading.Row(
                    number,
                    cells.stream()
                            .sorted(java.util.Comparator.comparingInt(Cell::column))
                            .toList())));
            sheets.add(new SheetReading.Sheet(
                    sheet < bound.size() ? CellText.clean(bound.get(sheet).getSheetname()) : "", all, List.of()));
        }
        rows.clear();
    }

    private String shared(int index) {
        var all = texts;
        return all == null ? "" : all.getString(index).getString();
    }

    private void text(CellValueRecordInterface at, @Nullable String raw) {
        if (raw == null) return;
        budget.take(raw.length());
        CellText.kept(at.getRow() + 1, at.getColumn(), CellText.clean(raw)).ifPresent(this::put);
    }

    private void number(CellValueRecordInterface at, double value) {
        int row = at.getRow() + 1;
        int column = at.getColumn();
        String format = Optional.ofNullable(formats.getFormatString(at)).orElse("General");
        boolean day =
                DateUtil.isADateFormat(formats.getFormatIndex(at), format) && value >= 1 && value < DAY_AFTER_9999;
        if (!Double.isFinite(value)) return;
        if (!day) {
            put(new Cell.Numeral(row, column, new BigDecimal(Double.toString(value)), format.contains("%")));
            return;
        }
        var moment = DateUtil.getLocalDateTime(value, daysFrom1904, true);
        put(
                moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? new Cell.Day(row, column, moment.toLocalDate())
                        : new Cell.Moment(row, column, moment));
    }

    private void put(Cell cell) {
        if (sheet < 0) return;
        budget.cell();
        if (cell.column() >= limits.columns()) throw new Stop(Reason.TOO_MANY_COLUMNS, cell.address());
        rows.computeIfAbsent(cell.row(), _ -> new ArrayList<>()).add(cell);
        if (rows.size() > limits.rows()) throw new Stop(Reason.TOO_MANY_ROWS, cell.address());
    }
}
