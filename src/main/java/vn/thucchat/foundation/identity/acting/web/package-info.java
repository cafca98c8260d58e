@NullMarked
package vn.thucchat.foundation.identity.acting.web;

import org.jspecify.annotations.NullMarked;
