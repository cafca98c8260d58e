@NullMarked
package vn.thucchat.demonstration;

import org.jspecify.annotations.NullMarked;
