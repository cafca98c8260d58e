/** Pages: sign-in, sign-out, new passwords. */
@NullMarked
package vn.thucchat.foundation.identity.sessions.web;

import org.jspecify.annotations.NullMarked;
