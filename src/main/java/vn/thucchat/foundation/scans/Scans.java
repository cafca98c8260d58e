package vn.thucchat.foundation.scans;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.thucchat.foundation.pages.HeavyWork;

/** Makes one PDF of photographs of papers, as good as a scan. */
public final class Scans {

    /** Photographs of one document. */
    public static final int MOST = 20;

    private Scans() {}

    /**
     * Straightens, joins and checks photographs.
     *
     * @param photos JPEG or PNG, 1 to {@value #MOST}, each read whole
     * @param title of the document, for archives and screen readers: {@code Giấy khai sinh}
     * @throws IllegalArgumentException when there is none, or there are too many
     * @throws vn.thucchat.foundation.pages.Problem 503 when too many others are waiting
     */
    public static Scan of(List<byte[]> photos, String title) {
        if (photos.isEmpty() || photos.size() > MOST)
            throw new IllegalArgumentException(photos.size() + " photographs");
        return HeavyWork.SCANS.run(() -> made(photos, title));
    }

    private static Scan made(List<byte[]> photos, String title) {
        var pages = new ArrayList<ScanPage>();
        try (var pdf = new ScanPdf(title)) {
            for (byte[] photo : photos) {
                Optional<BufferedImage> picture = Photo.upright(photo);
                if (picture.isEmpty()) {
                    pages.add(new ScanPage(pages.size() + 1, false, Set.of(ScanFlaw.UNREADABLE)));
                    continue;
                }
                BufferedImage taken = picture.get();
                Optional<Corners> sheet = SheetFinder.find(taken);
                BufferedImage cut =
                        sheet.map(corners -> Straightening.cut(taken, corners)).orElse(taken);
                Set<ScanFlaw> flaws = EnumSet.noneOf(ScanFlaw.class);
                flaws.addAll(Legibility.flaws(cut));
                pdf.add(sheet.isPresent() ? Shadows.taken(cut) : cut);
                pages.add(new ScanPage(pages.size() + 1, sheet.isPresent(), flaws));
            }
            boolean whole = pages.stream().noneMatch(page -> page.flaws().contains(ScanFlaw.UNREADABLE));
            return new Scan(whole ? pdf.bytes() : new byte[0], pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
