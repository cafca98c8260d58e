/** Pages: sign-in, passwords, accounts and roles, the access log. */
@NullMarked
package vn.thucchat.foundation.identity.web;

import org.jspecify.annotations.NullMarked;
