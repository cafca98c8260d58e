/** The page of what the demonstration did not send. */
@NullMarked
package vn.thucchat.foundation.notify.channels.web;

import org.jspecify.annotations.NullMarked;
