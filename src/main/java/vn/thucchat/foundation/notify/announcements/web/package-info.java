/** Pages of announcements. */
@NullMarked
package vn.thucchat.foundation.notify.announcements.web;

import org.jspecify.annotations.NullMarked;
