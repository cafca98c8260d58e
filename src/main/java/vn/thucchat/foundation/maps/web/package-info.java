/** Pages of loaded boundaries, and maps as pictures. */
@NullMarked
package vn.thucchat.foundation.maps.web;

import org.jspecify.annotations.NullMarked;
