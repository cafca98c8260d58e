@NullMarked
package vn.thucchat.foundation.units.web;

import org.jspecify.annotations.NullMarked;
