/** Pages and API: who looked at one's data, objections and their answers. */
@NullMarked
package vn.thucchat.foundation.identity.consent.web;

import org.jspecify.annotations.NullMarked;
