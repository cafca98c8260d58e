@NullMarked
package vn.thucchat.foundation.identity.web;

import org.jspecify.annotations.NullMarked;
