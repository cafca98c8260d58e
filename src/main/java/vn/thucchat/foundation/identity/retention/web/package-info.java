/** Pages: the rules, what the nights delete, alarms of bulk reading. */
@NullMarked
package vn.thucchat.foundation.identity.retention.web;

import org.jspecify.annotations.NullMarked;
