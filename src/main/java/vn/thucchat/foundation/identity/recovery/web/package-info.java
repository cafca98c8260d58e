@NullMarked
package vn.thucchat.foundation.identity.recovery.web;

import org.jspecify.annotations.NullMarked;
