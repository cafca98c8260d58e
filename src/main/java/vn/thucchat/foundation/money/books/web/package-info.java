/** Routes of account books. */
@NullMarked
package vn.thucchat.foundation.money.books.web;

import org.jspecify.annotations.NullMarked;
