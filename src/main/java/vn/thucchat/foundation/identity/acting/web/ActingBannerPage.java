package vn.thucchat.foundation.identity.acting.web;

import vn.thucchat.foundation.identity.access.Actor.ActingFor;
import vn.thucchat.foundation.pages.PageContext;

/** What stands above each page while somebody acts for another. */
public record ActingBannerPage(PageContext c, ActingFor acting) {}
