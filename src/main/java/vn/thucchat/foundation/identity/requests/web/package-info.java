/** Pages: a person's own requests, and the desk of the data protection officer. */
@NullMarked
package vn.thucchat.foundation.identity.requests.web;

import org.jspecify.annotations.NullMarked;
