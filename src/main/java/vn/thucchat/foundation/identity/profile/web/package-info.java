/** Pages: who one is, and one's sessions. */
@NullMarked
package vn.thucchat.foundation.identity.profile.web;

import org.jspecify.annotations.NullMarked;
