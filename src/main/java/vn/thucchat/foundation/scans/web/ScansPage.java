package vn.thucchat.foundation.scans.web;

import java.util.List;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.scans.ScanPage;

/**
 * The form, and what was wrong with the photographs that were sent.
 *
 * @param pages of the last try, those without flaws too; empty before one
 * @param whole whether a document can be made of them as they are
 */
public record ScansPage(Form<?> form, List<ScanPage> pages, boolean whole) {}
