/** Page: what the province holds of people, and why. */
@NullMarked
package vn.thucchat.foundation.identity.purposes.web;

import org.jspecify.annotations.NullMarked;
