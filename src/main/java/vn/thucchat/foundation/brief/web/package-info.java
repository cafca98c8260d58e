/** The page and the paper of a leader's brief. */
@NullMarked
package vn.thucchat.foundation.brief.web;

import org.jspecify.annotations.NullMarked;
