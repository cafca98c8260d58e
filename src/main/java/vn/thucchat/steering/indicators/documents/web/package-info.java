/** The page of a document, and its place in the search. */
@NullMarked
package vn.thucchat.steering.indicators.documents.web;

import org.jspecify.annotations.NullMarked;
