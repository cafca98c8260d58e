/** Where browsers agree to get notices. */
@NullMarked
package vn.thucchat.foundation.notify.push.web;

import org.jspecify.annotations.NullMarked;
