/** Pages: the access log. */
@NullMarked
package vn.thucchat.foundation.identity.audit.web;

import org.jspecify.annotations.NullMarked;
