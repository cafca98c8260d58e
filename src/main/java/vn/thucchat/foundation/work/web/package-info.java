/** Pages of work: lists, items, how units stand, delegation, rules of chasing. */
@NullMarked
package vn.thucchat.foundation.work.web;

import org.jspecify.annotations.NullMarked;
