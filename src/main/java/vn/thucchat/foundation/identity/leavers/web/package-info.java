@NullMarked
package vn.thucchat.foundation.identity.leavers.web;

import org.jspecify.annotations.NullMarked;
