/** Pages for closing one's own account, and the one that is shown afterwards. */
@NullMarked
package vn.thucchat.foundation.identity.closing.web;

import org.jspecify.annotations.NullMarked;
