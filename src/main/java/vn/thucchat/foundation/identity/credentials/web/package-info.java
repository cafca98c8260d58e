/** Pages: what one may take to a wallet; and what wallets and whoever checks credentials call. */
@NullMarked
package vn.thucchat.foundation.identity.credentials.web;

import org.jspecify.annotations.NullMarked;
