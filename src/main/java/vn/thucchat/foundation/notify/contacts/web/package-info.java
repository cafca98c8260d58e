/** The page on which a person says where and how to be told. */
@NullMarked
package vn.thucchat.foundation.notify.contacts.web;

import org.jspecify.annotations.NullMarked;
