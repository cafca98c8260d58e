@NullMarked
package vn.thucchat.foundation.papers;

import org.jspecify.annotations.NullMarked;
