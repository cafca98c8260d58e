package vn.thucchat.foundation.identity.duplicates.web;

import vn.thucchat.foundation.identity.duplicates.PersonMerges.Statement;

/**
 * That two persons are one, as a clerk types it; or that they are two after all, without the card.
 *
 * @param card the line of the QR code or the number of the other person
 */
record MergeForm(String card, String paper, String reason) {

    Statement said() {
        return new Statement(paper, reason);
    }
}
