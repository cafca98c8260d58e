@NullMarked
package vn.thucchat.foundation.identity;

import org.jspecify.annotations.NullMarked;
