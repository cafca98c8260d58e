@NullMarked
package vn.thucchat.foundation.registers.web;

import org.jspecify.annotations.NullMarked;
