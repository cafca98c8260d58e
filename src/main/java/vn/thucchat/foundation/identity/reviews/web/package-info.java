/** Pages of access reviews: the list, one review with a card for each person, and what was decided. */
@NullMarked
package vn.thucchat.foundation.identity.reviews.web;

import org.jspecify.annotations.NullMarked;
