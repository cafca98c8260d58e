/** Routes of statements and CSV layouts. */
@NullMarked
package vn.thucchat.foundation.money.statements.web;

import org.jspecify.annotations.NullMarked;
