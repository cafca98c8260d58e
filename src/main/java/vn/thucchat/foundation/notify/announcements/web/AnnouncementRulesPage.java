package vn.thucchat.foundation.notify.announcements.web;

import java.util.List;
import vn.thucchat.foundation.notify.announcements.AnnouncementRule;
import vn.thucchat.foundation.pages.Form;

/**
 * Limits of announcements.
 *
 * @param mine whether the reader may enter some
 */
public record AnnouncementRulesPage(List<AnnouncementRule> rules, Form<?> form, boolean mine) {}
