/** Pages of what became of notices. */
@NullMarked
package vn.thucchat.foundation.notify.notices.web;

import org.jspecify.annotations.NullMarked;
