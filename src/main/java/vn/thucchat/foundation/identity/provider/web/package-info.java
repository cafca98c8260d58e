/** Pages and documents: sign-in for a client, consent, sign-out, what a client is told, which clients one has allowed. */
@NullMarked
package vn.thucchat.foundation.identity.provider.web;

import org.jspecify.annotations.NullMarked;
