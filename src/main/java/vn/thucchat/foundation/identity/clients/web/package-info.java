/** Pages: the list of registered clients, one client, a new one. */
@NullMarked
package vn.thucchat.foundation.identity.clients.web;

import org.jspecify.annotations.NullMarked;
