/** The page of a person's passkeys, and what its script sends. */
@NullMarked
package vn.thucchat.foundation.identity.factors.web;

import org.jspecify.annotations.NullMarked;
