package vn.thucchat.foundation.scans;

import java.util.List;

/**
 * Photographs of papers as one document.
 *
 * @param pdf PDF/A-2b, a page for each photograph; empty when one of them is {@link ScanFlaw#UNREADABLE}
 * @param pages what became of each photograph, in order
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the response as it is; never compared
public record Scan(byte[] pdf, List<ScanPage> pages) {

    public Scan {
        pages = List.copyOf(pages);
    }

    /** Whether every page can be read. */
    public boolean legible() {
        return pages.stream().allMatch(page -> page.flaws().isEmpty());
    }
}
