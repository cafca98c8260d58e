/** Pages and API of the calendar. */
@NullMarked
package vn.thucchat.foundation.calendar.web;

import org.jspecify.annotations.NullMarked;
