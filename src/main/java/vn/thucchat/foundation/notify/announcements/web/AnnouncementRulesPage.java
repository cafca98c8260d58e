package vn.thucchat.foundation.notify.announcements.web;

import java.util.List;
import vn.thucchat.foundation.notify.announcements.AnnouncementRules;
import vn.thucchat.foundation.pages.Form;

/**
 * Limits of announcements.
 *
 * @param mine whether the reader may enter some
 */
public record AnnouncementRulesPage(List<AnnouncementRules.Rule> rules, Form<?> form, boolean mine) {}
