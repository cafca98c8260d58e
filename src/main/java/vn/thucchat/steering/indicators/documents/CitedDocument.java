package vn.thucchat.steering.indicators.documents;

import vn.thucchat.steering.indicators.definitions.Document;

/**
 * A document with what its citations tell of it.
 *
 * @param synthetic whether it is invented: no real target and no real published figure is taken from it
 */
public record CitedDocument(Document document, boolean synthetic) {}
