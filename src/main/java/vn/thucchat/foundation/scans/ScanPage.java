package vn.thucchat.foundation.scans;

import java.util.Set;

/**
 * What became of one photograph.
 *
 * @param number from 1, in the order of the photographs
 * @param straightened whether the sheet was found, cut out and straightened; else the whole picture is the page
 * @param flaws what a clerk would send it back for; none: it can be read
 */
public record ScanPage(int number, boolean straightened, Set<ScanFlaw> flaws) {

    public ScanPage {
        flaws = Set.copyOf(flaws);
    }
}
