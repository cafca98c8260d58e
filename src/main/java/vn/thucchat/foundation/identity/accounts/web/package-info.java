/** Pages: accounts, roles and links for new passwords. */
@NullMarked
package vn.thucchat.foundation.identity.accounts.web;

import org.jspecify.annotations.NullMarked;
