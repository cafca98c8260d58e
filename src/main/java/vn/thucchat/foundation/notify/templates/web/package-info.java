/** Pages on which the words of notices are changed. */
@NullMarked
package vn.thucchat.foundation.notify.templates.web;

import org.jspecify.annotations.NullMarked;
