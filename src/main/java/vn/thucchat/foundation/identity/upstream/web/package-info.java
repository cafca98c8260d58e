@NullMarked
package vn.thucchat.foundation.identity.upstream.web;

import org.jspecify.annotations.NullMarked;
