/** Pages of questions and answers. */
@NullMarked
package vn.thucchat.steering.indicators.explanations.web;

import org.jspecify.annotations.NullMarked;
