/** Pages and API of the catalogue of procedures. */
@NullMarked
package vn.thucchat.government.dossiers.procedures.web;

import org.jspecify.annotations.NullMarked;
