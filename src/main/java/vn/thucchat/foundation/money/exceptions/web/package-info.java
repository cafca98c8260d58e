/** Routes of payment exceptions and held payments. */
@NullMarked
package vn.thucchat.foundation.money.exceptions.web;

import org.jspecify.annotations.NullMarked;
