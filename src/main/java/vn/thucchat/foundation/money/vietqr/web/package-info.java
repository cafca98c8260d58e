/** Routes of the directory of banks and of QR codes. */
@NullMarked
package vn.thucchat.foundation.money.vietqr.web;

import org.jspecify.annotations.NullMarked;
