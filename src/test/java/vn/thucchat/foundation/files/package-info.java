@NullMarked
package vn.thucchat.foundation.files;

import org.jspecify.annotations.NullMarked;
