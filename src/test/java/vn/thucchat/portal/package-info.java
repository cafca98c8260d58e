@NullMarked
package vn.thucchat.portal;

import org.jspecify.annotations.NullMarked;
