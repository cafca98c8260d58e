@NullMarked
package vn.thucchat.foundation.identity.people.web;

import org.jspecify.annotations.NullMarked;
