/** The pages of signatures. */
@NullMarked
package vn.thucchat.foundation.signing.web;

import org.jspecify.annotations.NullMarked;
