@NullMarked
package vn.thucchat.foundation.identity.duplicates.web;

import org.jspecify.annotations.NullMarked;
