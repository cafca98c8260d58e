@NullMarked
package vn.thucchat.foundation.search.web;

import org.jspecify.annotations.NullMarked;
