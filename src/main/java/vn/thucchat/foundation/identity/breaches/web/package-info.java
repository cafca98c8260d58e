/** Pages: the register, one breach with its clock, a revision. */
@NullMarked
package vn.thucchat.foundation.identity.breaches.web;

import org.jspecify.annotations.NullMarked;
